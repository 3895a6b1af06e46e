namespace ReleaseTools.Changelog;

/// <summary>What the heading of a version says.</summary>
/// <param name="Name">The version with what stands before it, as <c>v1.2.0</c>; null for what is not released.</param>
/// <param name="Version">The version alone, with all its three numbers; null for what is not released.</param>
/// <param name="Date">As it is written; empty where there is none.</param>
internal sealed record VersionHeading(string? Name, string? Version, string Date)
{
    /// <summary>Whether it says nothing else, so that it is no chapter about a version.</summary>
    public bool IsPlain { get; init; } = true;

    /// <summary>How it was written, where that is known.</summary>
    public LineTemplate? Title { get; init; }
}
