namespace ReleaseTools.Versioning;

/// <summary>What version.json says under <c>cloudBuild</c>.</summary>
internal sealed record CloudBuildOptions
{
    public static CloudBuildOptions Default { get; } = new();

    public bool SetAllVariables { get; init; }

    public bool SetVersionVariables { get; init; } = true;

    public bool BuildNumberEnabled { get; init; }

    public CommitIdWhen CommitIdWhen { get; init; } = CommitIdWhen.NonPublicReleaseOnly;

    public CommitIdWhere CommitIdWhere { get; init; } = CommitIdWhere.BuildMetadata;
}
