using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>
/// The version of one commit in every form anybody asks for. The names are those of <c>nbgv get-version</c>, so scripts move over unchanged.
/// </summary>
internal sealed record VersionSnapshot
{
    public required VersionScheme Scheme { get; init; }

    /// <summary>The four numbers; numbers the scheme does not give are -1.</summary>
    public required Version Version { get; init; }

    /// <summary>Where the height stands in those numbers, which an edit that is not committed yet may have made.</summary>
    public required HeightPosition HeightPosition { get; init; }

    /// <summary>With its leading hyphen, or empty.</summary>
    public required string PrereleaseVersion { get; init; }

    /// <summary>What stands before the commit in the build metadata, or empty.</summary>
    public string BuildMetadata { get; init; } = "";

    /// <summary>Name of the release the version follows; null without one, and where versions are counted by height.</summary>
    public string? ReleaseTag { get; init; }

    /// <summary>Whether that release is on the commit itself.</summary>
    public bool IsReleased { get; init; }

    public required VersionOptions Options { get; init; }

    /// <summary>Commits since the version was set, that commit included, or since the release; 0 while the setting is not committed.</summary>
    public required int VersionHeight { get; init; }

    public required bool PublicRelease { get; init; }

    /// <summary>The branch or tag, by its full name, that is being built; a commit's hash when it is neither.</summary>
    public required string BuildingRef { get; init; }

    /// <summary>Whether that is the repository's default branch; false as well where CI does not say so.</summary>
    public bool DefaultBranch { get; init; }

    /// <summary>The number of the pull request that is being built; empty where the host does not say it, null where there is none.</summary>
    public string? PullRequest { get; init; }

    /// <summary>The commit's full hash.</summary>
    public required string GitCommitId { get; init; }

    public required string GitCommitIdShort { get; init; }

    /// <summary>The full hash of the commit that stands in the version; see <see cref="CommitInVersion"/>.</summary>
    public required string VersionCommitId { get; init; }

    public required string VersionCommitIdShort { get; init; }

    public required DateTimeOffset? GitCommitDate { get; init; }

    public required DateTimeOffset? GitCommitAuthorDate { get; init; }

    /// <summary>What the user should know about how this version came about.</summary>
    public ImmutableArray<Diagnostic> Remarks { get; init; } = [];

    public int VersionHeightOffset => IsFromTags ? 0 : Options.EffectiveHeightOffset;

    public string PrereleaseVersionNoLeadingHyphen => PrereleaseVersion.TrimStart('-');

    public string SimpleVersion => Version.ToString(Version.Build >= 0 ? 3 : 2);

    public string MajorMinorVersion => Version.ToString(2);

    public int VersionMajor => Version.Major;

    public int VersionMinor => Version.Minor;

    public int BuildNumber => Math.Max(0, Version.Build);

    public int VersionRevision => Version.Revision;

    public string AssemblyVersion => Whole(Options.AssemblyVersion ?? Cut(Version, Options.AssemblyVersionPrecision ?? (IsFromTags ? VersionPrecision.Major : VersionPrecision.Minor))).ToString(4);

    public string AssemblyFileVersion => Version.ToString();

    public string AssemblyInformationalVersion =>
        $"{Fields(Version, Options.Version?.HeightPosition == HeightPosition.Revision ? 4 : 3)}{PrereleaseVersion}{Metadata(GitCommitIdShort)}";

    public string BuildMetadataFragment => Metadata(VersionCommitIdShort);

    public string CloudBuildNumber
    {
        get
        {
            var cloud = Options.CloudBuild;
            var hasCommit = cloud.CommitIdWhen == CommitIdWhen.Always || (cloud.CommitIdWhen == CommitIdWhen.NonPublicReleaseOnly && !PublicRelease);
            var fourth = (hasCommit && cloud.CommitIdWhere == CommitIdWhere.FourthVersionComponent)
                || Options.Version is { HeightPosition: HeightPosition.Revision } or { Numbers.Revision: not -1 };
            var metadata = hasCommit && cloud.CommitIdWhere == CommitIdWhere.BuildMetadata ? BuildMetadataFragment : "";
            return $"{(fourth ? Version.ToString() : SimpleVersion)}{PrereleaseVersion}{metadata}";
        }
    }

    public string NuGetPackageVersion => IsFromTags ? SemVer2
        : Options.NuGetSemVer == 1 ? NuGetSemVer1
        : $"{NuGetNumbers}{PrereleaseVersion}{CommitPrerelease}";

    public string ChocolateyPackageVersion => NuGetSemVer1;

    public string NpmPackageVersion => SemVer2;

    public string SemVer1 => $"{Fields(Version, 3)}{PrereleaseSemVer1}{(NamesCommit ? "-" + VersionCommitIdShort : "")}";

    public string SemVer2 => $"{Fields(Version, 3)}{PrereleaseVersion}{CommitPrerelease}";

    /// <summary>
    /// What a developer's own build carries: nothing in it names the commit or how many there are, so the next commit changes nothing
    /// and compiles nothing anew.
    /// </summary>
    public VersionSnapshot Local => this with
    {
        Version = LocalNumbers,
        PrereleaseVersion = LocalPrerelease,
        BuildMetadata = "local",
        GitCommitIdShort = "",
        VersionCommitIdShort = "",
    };

    /// <summary>True when this is a version people may take for finished: released to the public, and no prerelease.</summary>
    public bool IsStable => PublicRelease && PrereleaseVersion.Length == 0 && (IsReleased || !IsFromTags);

    private bool IsFromTags => Scheme == VersionScheme.Tags;

    private Version LocalNumbers => HeightPosition switch
    {
        HeightPosition.Build => new(Version.Major, Version.Minor, 0, 0),
        HeightPosition.Revision => new(Version.Major, Version.Minor, Version.Build, 0),
        _ => Version,
    };

    private string LocalPrerelease => (IsFromTags, $".{VersionHeight}") switch
    {
        (false, _) => Options.Version!.Prerelease.Replace(VersionSpec.HeightPlaceholder, "0", StringComparison.Ordinal),
        (true, var height) when VersionHeight > 0 && !Options.Tags.IgnoreHeight && PrereleaseVersion.EndsWith(height, StringComparison.Ordinal) => PrereleaseVersion[..^height.Length],
        _ => PrereleaseVersion,
    };

    /// <summary>Versions from tags never do: their height tells one commit from another.</summary>
    private bool NamesCommit => !PublicRelease && !IsFromTags;

    private string NuGetSemVer1 => $"{NuGetNumbers}{PrereleaseSemVer1}{(NamesCommit ? $"-{Options.GitCommitIdPrefix}{VersionCommitIdShort}" : "")}";

    private string NuGetNumbers =>
        Fields(Cut(Whole(Version), Options.NuGetPrecision), Options.NuGetPrecision == VersionPrecision.Revision ? 4 : 3);

    private string CommitPrerelease =>
        NamesCommit ? $"{(PrereleaseVersion.Length == 0 ? '-' : '.')}{Options.GitCommitIdPrefix}{VersionCommitIdShort}" : "";

    private string PrereleaseSemVer1 => SemVer1Prerelease.From(PrereleaseVersion, Options.SemVer1NumericIdentifierPadding);

    private string Metadata(string commit) => (BuildMetadata, commit) switch
    {
        ("", "") => "",
        ("", _) => "+" + commit,
        (_, "") => "+" + BuildMetadata,
        _ => $"+{BuildMetadata}.{commit}",
    };

    private static Version Cut(Version version, VersionPrecision precision)
    {
        var whole = Whole(version);
        return new(
            whole.Major,
            precision >= VersionPrecision.Minor ? whole.Minor : 0,
            precision >= VersionPrecision.Build ? whole.Build : 0,
            precision >= VersionPrecision.Revision ? whole.Revision : 0);
    }

    private static Version Whole(Version version) =>
        new(version.Major, version.Minor, Math.Max(0, version.Build), Math.Max(0, version.Revision));

    private static string Fields(Version version, int count) => Whole(version).ToString(count);
}
