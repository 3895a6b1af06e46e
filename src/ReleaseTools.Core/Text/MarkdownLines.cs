namespace ReleaseTools.Text;

/// <summary>Reads a Markdown file line by line, and tells what is Markdown in it from code, comments and raw HTML.</summary>
internal static class MarkdownLines
{
    /// <summary>The end of any of the tags ends the text of each.</summary>
    private const string RawEnd = "</";

    private static readonly string[] RawTags = ["pre", "script", "style", "textarea"];

    public static IEnumerable<MarkdownLine> Of(string text)
    {
        MarkdownBlock? block = null;

        foreach (var (start, line) in TextLines.Of(text))
        {
            var isFirst = block is null;
            block ??= Opens(line) is { } end ? new(start, end) : null;
            var isLast = block is not null && (isFirst ? !IsFence(block.End) && Ends(line[Math.Min(line.Length, 1)..], block.End) : Ends(line, block.End));
            yield return new(start, line, block, isLast);
            block = isLast ? null : block;
        }
    }

    /// <summary>What ends the block that a line begins; null where it begins none.</summary>
    private static string? Opens(string line)
    {
        var text = line.TrimStart(' ');

        if (line.Length - text.Length > 3)
        {
            return null;
        }

        if (text is ['`', '`', '`', ..] or ['~', '~', '~', ..])
        {
            var length = text.TakeWhile(unit => unit == text[0]).Count();
            return text[0] == '`' && text.IndexOf('`', length) >= 0 ? null : text[..length];
        }

        return text.StartsWith("<!--", StringComparison.Ordinal) ? MarkdownBlock.CommentEnd : RawTags.Any(tag => IsTag(text, tag)) ? RawEnd : null;
    }

    private static bool IsTag(string text, string tag) =>
        text.StartsWith($"<{tag}", StringComparison.OrdinalIgnoreCase) && (text.Length == tag.Length + 1 || text[tag.Length + 1] is ' ' or '\t' or '>');

    private static bool Ends(string line, string end)
    {
        if (!IsFence(end))
        {
            return end == RawEnd ? RawTags.Any(tag => line.Contains($"</{tag}>", StringComparison.OrdinalIgnoreCase)) : line.Contains(end, StringComparison.Ordinal);
        }

        var text = line.TrimStart(' ');
        return line.Length - text.Length <= 3 && text.StartsWith(end, StringComparison.Ordinal) && text.TrimStart(end[0]).Trim(' ', '\t').Length == 0;
    }

    private static bool IsFence(string end) => end[0] is '`' or '~';
}
