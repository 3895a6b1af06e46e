namespace ReleaseTools.Text;

/// <summary>A heading of a Markdown file, outside lists and quotations.</summary>
/// <param name="Start">Offset of its line.</param>
/// <param name="End">Offset behind its line, or behind the one that underlines it, without that line's end.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">As it is written, without the marks around it.</param>
internal sealed record MarkdownHeading(int Start, int End, int Level, string Text);
