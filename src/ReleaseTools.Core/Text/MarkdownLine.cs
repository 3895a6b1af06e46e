namespace ReleaseTools.Text;

/// <summary>A line of a Markdown file.</summary>
/// <param name="Start">Its offset.</param>
/// <param name="Text">Without its end.</param>
/// <param name="Block">The block it belongs to, which is taken as it is; null where it is read as Markdown.</param>
/// <param name="EndsBlock">Whether the block ends with it.</param>
internal readonly record struct MarkdownLine(int Start, string Text, MarkdownBlock? Block, bool EndsBlock)
{
    public int End => Start + Text.Length;
}
