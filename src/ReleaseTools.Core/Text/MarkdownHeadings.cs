namespace ReleaseTools.Text;

/// <summary>Finds the headings of a Markdown file: lines with number signs before them, or underlined, outside code, comments, lists and what the caller leaves out.</summary>
internal static class MarkdownHeadings
{
    private const int Highest = 6;

    private const int DeepestIndent = 3;

    /// <summary>What begins no paragraph, and so nothing that can be underlined.</summary>
    private const string NoParagraph = "#>|<-+=";

    public static IEnumerable<MarkdownHeading> Of(string text) => Of(MarkdownLines.Of(text));

    /// <param name="lines">Those of the file.</param>
    /// <param name="isLeftOut">Whether the line at an offset is none of them, whatever it says.</param>
    public static IEnumerable<MarkdownHeading> Of(IEnumerable<MarkdownLine> lines, Func<int, bool>? isLeftOut = null)
    {
        // Where the text of the list item begins that a line may stand in; 0 outside lists.
        var item = 0;
        var isApart = true;
        MarkdownLine? paragraph = null;

        foreach (var line in lines)
        {
            var text = line.Text.AsSpan().TrimStart(' ');
            var indent = line.Text.Length - text.Length;

            if (line.Block is not null || text.IsWhiteSpace())
            {
                item = line.Block is not null && indent < item ? 0 : item;
                (isApart, paragraph) = (true, null);
                continue;
            }

            item = isApart && indent < item ? 0 : item;
            var mayBe = indent <= DeepestIndent && (item == 0 || indent < item);
            var (wasApart, underlined) = (isApart, paragraph);
            (isApart, paragraph) = (false, null);

            if (mayBe && Level(text) is > 0 and var level)
            {
                (item, isApart) = (0, true);

                if (isLeftOut?.Invoke(line.Start) != true)
                {
                    yield return new(line.Start, line.End, level, Inner(text[level..].ToString()));
                }
            }
            else if (mayBe && underlined is { } title && Underline(text) is > 0 and var kind)
            {
                isApart = true;

                if (isLeftOut?.Invoke(line.Start) != true)
                {
                    yield return new(title.Start, line.End, kind, title.Text.Trim(' ', '\t'));
                }
            }
            else if (mayBe && IsRule(text))
            {
                (item, isApart) = (0, true);
            }
            else if (!mayBe && Level(text) > 0)
            {
                isApart = true;
            }
            else if (mayBe && Item(text) is > 0 and var mark)
            {
                item = indent + mark;
            }
            else if (wasApart && indent == 0 && item == 0 && !NoParagraph.Contains(text[0]) && !text.Contains("]:", StringComparison.Ordinal))
            {
                paragraph = line;
            }
        }
    }

    private static int Level(ReadOnlySpan<char> line)
    {
        var level = line.IndexOfAnyExcept('#') is >= 0 and var end ? end : line.Length;
        return level is > 0 and <= Highest && (line.Length == level || line[level] is ' ' or '\t') ? level : 0;
    }

    private static int Underline(ReadOnlySpan<char> line)
    {
        var marks = line.TrimEnd(" \t");
        return !marks.ContainsAnyExcept('=') ? 1 : !marks.ContainsAnyExcept('-') ? 2 : 0;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line[0] is '-' or '*' or '_' && line.Count(line[0]) > 2 && !line.ContainsAnyExcept(line[0], ' ', '\t');

    /// <summary>How far from its mark the text of a list item begins; 0 where the line begins none.</summary>
    private static int Item(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        var mark = line[0] is '-' or '*' or '+' ? 1 : digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits + 1 : 0;

        if (mark == 0 || (line.Length > mark && line[mark] is not (' ' or '\t')))
        {
            return 0;
        }

        var blanks = line[mark..].IndexOfAnyExcept(' ');
        return mark + (blanks is > 0 and < 5 ? blanks : 1);
    }

    /// <summary>Without the number signs that may close a heading.</summary>
    private static string Inner(string text)
    {
        var inner = text.Trim(' ', '\t');
        var open = inner.TrimEnd('#');
        return open.Length == 0 || open[^1] is ' ' or '\t' ? open.TrimEnd(' ', '\t') : inner;
    }
}
