namespace ReleaseTools.Text;

/// <summary>A heading of a Markdown file that begins in the first column.</summary>
/// <param name="Start">Offset of its line.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">As it is written, without the marks around it.</param>
internal sealed record MarkdownHeading(int Start, int Level, string Text);
