namespace ReleaseTools.Text;

/// <summary>A part of a Markdown file that a reader takes as it is: code between fences, a comment, raw HTML.</summary>
/// <param name="Start">Offset of its first line.</param>
/// <param name="End">What ends it.</param>
internal sealed record MarkdownBlock(int Start, string End)
{
    public const string CommentEnd = "-->";

    public bool IsComment => End == CommentEnd;
}
