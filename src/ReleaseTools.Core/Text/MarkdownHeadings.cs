namespace ReleaseTools.Text;

/// <summary>Finds the headings of a Markdown file: lines with number signs before them, outside code, comments and what the caller leaves out.</summary>
internal static class MarkdownHeadings
{
    private const int Highest = 6;

    /// <summary>The end of any of the tags ends the text of each.</summary>
    private const string RawEnd = "</";

    private static readonly string[] RawTags = ["pre", "script", "style", "textarea"];

    /// <param name="text">The file.</param>
    /// <param name="isLeftOut">Whether the line at an offset is none of them, whatever it says.</param>
    public static IEnumerable<MarkdownHeading> Of(string text, Func<int, bool>? isLeftOut = null)
    {
        string? end = null;

        foreach (var (start, line) in TextLines.Of(text))
        {
            if (end is not null)
            {
                end = Ends(line, end) ? null : end;
            }
            else if (Opens(line) is { } opened)
            {
                end = Ends(line[Math.Min(line.Length, 1)..], opened) && !IsFence(opened) ? null : opened;
            }
            else if (Level(line) is > 0 and var level && isLeftOut?.Invoke(start) != true)
            {
                yield return new(start, level, Inner(line[level..]));
            }
        }
    }

    /// <summary>What ends the block that a line begins, in which nothing is a heading; null where it begins none.</summary>
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

        return text.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : RawTags.Any(tag => IsTag(text, tag)) ? RawEnd : null;
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

    private static int Level(string line)
    {
        var level = line.TakeWhile(unit => unit == '#').Take(Highest + 1).Count();
        return level is > 0 and <= Highest && (line.Length == level || line[level] is ' ' or '\t') ? level : 0;
    }

    /// <summary>Without the number signs that may close a heading.</summary>
    private static string Inner(string text)
    {
        var inner = text.Trim(' ', '\t');
        var open = inner.TrimEnd('#');
        return open.Length == 0 || open[^1] is ' ' or '\t' ? open.TrimEnd(' ', '\t') : inner;
    }
}
