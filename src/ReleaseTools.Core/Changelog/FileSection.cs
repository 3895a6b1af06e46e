namespace ReleaseTools.Changelog;

/// <summary>What a changelog file says of one version.</summary>
/// <param name="Start">Offset of its heading, or of the anchor before it.</param>
/// <param name="HeadingStart">Offset of the heading's line.</param>
/// <param name="End">Offset behind its last line that says something, without that line's end.</param>
/// <param name="Level">The heading's.</param>
/// <param name="Heading">The heading's text, as it is written.</param>
/// <param name="Name">The version with what stands before it, as <c>v1.2.0</c>; null for what is not released.</param>
/// <param name="Version">The version alone; null for what is not released.</param>
internal sealed record FileSection(int Start, int HeadingStart, int End, int Level, string Heading, string? Name, string? Version)
{
    public bool HasAnchor => HeadingStart > Start;
}
