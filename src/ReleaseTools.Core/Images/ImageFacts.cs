using ReleaseTools.Versioning;

namespace ReleaseTools.Images;

/// <summary>What the tags of an image follow from: the version it is of, and what was built.</summary>
/// <param name="Version">As Semantic Versioning 2.0 writes it, without build metadata.</param>
internal sealed record ImageFacts(string Version)
{
    private const string Branches = "refs/heads/";

    /// <summary>The version's numbers; null where it does not begin with two.</summary>
    public Version? Numbers { get; } = System.Version.TryParse(Version.Split('-')[0], out var numbers) ? numbers : null;

    /// <summary>Without its hyphen and without the commit that stands behind it in a version that is not public; or empty.</summary>
    public string Prerelease { get; init; } = "";

    /// <summary>Whether people may take it for finished.</summary>
    public bool IsStable { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>The full name of what is built.</summary>
    public string BuildingRef { get; init; } = "";

    public bool IsDefaultBranch { get; init; }

    /// <summary>The number of the pull request; empty where it is not known, null where there is none.</summary>
    public string? PullRequest { get; init; }

    /// <summary>The commit's full hash, or empty.</summary>
    public string Commit { get; init; } = "";

    /// <summary>The short name of the branch that is built, which in a pull request is none.</summary>
    public string? Branch => PullRequest is null && BuildingRef.StartsWith(Branches, StringComparison.Ordinal) ? BuildingRef[Branches.Length..] : null;

    public static ImageFacts Of(VersionSnapshot version) => new(version.SemVer2)
    {
        Prerelease = version.PrereleaseVersionNoLeadingHyphen,
        IsStable = version.IsStable,
        IsPublic = version.PublicRelease,
        BuildingRef = version.BuildingRef,
        IsDefaultBranch = version.DefaultBranch,
        PullRequest = version.PullRequest,
        Commit = version.GitCommitId,
    };
}
