namespace ReleaseTools.Changelog;

/// <summary>What a changelog file says of one version.</summary>
/// <param name="Start">Offset of its heading, or of the anchor before it.</param>
/// <param name="HeadingStart">Offset of the heading's line.</param>
/// <param name="HeadingEnd">Offset behind the heading, without its line's end.</param>
/// <param name="End">Offset behind its last line that says something, without that line's end.</param>
/// <param name="Level">The heading's.</param>
/// <param name="Heading">The heading's text, as it is written.</param>
/// <param name="Says">What the heading says.</param>
internal sealed record FileSection(int Start, int HeadingStart, int HeadingEnd, int End, int Level, string Heading, VersionHeading Says)
{
    public bool HasAnchor => HeadingStart > Start;

    /// <summary>The version with what stands before it, as <c>v1.2.0</c>; null for what is not released.</summary>
    public string? Name => Says.Name;

    /// <summary>The version alone; null for what is not released.</summary>
    public string? Version => Says.Version;

    /// <summary>As it is written; empty where there is none.</summary>
    public string Date => Says.Date;
}
