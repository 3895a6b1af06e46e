namespace ReleaseTools.Versioning;

/// <summary>What version.json says under <c>release</c>: how tags and branches of a release are named, and what comes after it.</summary>
internal sealed record ReleaseOptions
{
    public static ReleaseOptions Default { get; } = new();

    public string TagName { get; init; } = "v{version}";

    public string BranchName { get; init; } = "v{version}";

    public VersionIncrement VersionIncrement { get; init; } = VersionIncrement.Minor;

    public string FirstUnstableTag { get; init; } = "alpha";
}
