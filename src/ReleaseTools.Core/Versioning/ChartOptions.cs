using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>How charts are stamped. Names are those of version.json.</summary>
internal sealed record ChartOptions
{
    /// <summary>What charts usually take for the tag of their image, so it is that of the image unless somebody wants otherwise.</summary>
    public static ChartOptions Default { get; } = new();

    public ChartVersioning Version { get; init; }

    /// <summary>With placeholders, as in <c>v{version}</c>.</summary>
    public string AppVersion { get; init; } = "{image-tag}";

    /// <summary>Where that stands; null where it is not written.</summary>
    public SourceSpot? AppVersionSpot { get; init; }

    /// <summary>Whether a packaged chart tells Artifact Hub what changed since the release before.</summary>
    public bool ArtifactHubChanges { get; init; }

    /// <summary>Whether a packaged chart tells Artifact Hub which images its values name.</summary>
    public bool ArtifactHubImages { get; init; }
}
