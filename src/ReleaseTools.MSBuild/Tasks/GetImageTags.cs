using Microsoft.Build.Framework;
using ReleaseTools.Images;
using ReleaseTools.Versioning;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Makes the tags of an image from the list in the project.</summary>
[MSBuildMultiThreadableTask]
public sealed class GetImageTags : ReleaseTask
{
    private static readonly char[] Between = [';', ','];

    /// <summary>The list: a tag with placeholders, and the metadatum <c>PublishWhen</c>, since MSBuild keeps <c>When</c> for itself. Empty for the usual tags.</summary>
    public ITaskItem[] Templates { get; set; } = [];

    /// <summary>As Semantic Versioning 2.0 writes it, without build metadata.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>Without its hyphen and without a commit.</summary>
    public string Prerelease { get; set; } = "";

    /// <summary>Whether people may take the version for finished.</summary>
    public bool IsStable { get; set; }

    /// <summary>Whether this is a public release.</summary>
    public bool IsPublic { get; set; }

    /// <summary>The full name of what is built.</summary>
    public string BuildingRef { get; set; } = "";

    /// <summary>Whether that is the repository's default branch.</summary>
    public bool IsDefaultBranch { get; set; }

    /// <summary>Empty where no pull request is built; else <c>#</c> and its number, if that is known.</summary>
    public string PullRequest { get; set; } = "";

    /// <summary>The commit's full hash, or empty.</summary>
    public string Commit { get; set; } = "";

    /// <summary>The tags, the exact ones first.</summary>
    [Output]
    public string[] Tags { get; private set; } = [];

    private protected override void Run()
    {
        var facts = new ImageFacts(Version)
        {
            Prerelease = Prerelease,
            IsStable = IsStable,
            IsPublic = IsPublic,
            BuildingRef = BuildingRef,
            IsDefaultBranch = IsDefaultBranch,
            PullRequest = PullRequest.Length > 0 ? PullRequest[1..] : null,
            Commit = Commit,
        };
        var made = ImageTags.For(facts, [.. Templates.Select(ToSetting)]);

        foreach (var remark in made.Remarks)
        {
            Report(remark);
        }

        Tags = [.. made.Tags];
    }

    private static ImageTagSetting ToSetting(ITaskItem item) =>
        new(item.ItemSpec) { When = [.. item.GetMetadata("PublishWhen").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] };
}
