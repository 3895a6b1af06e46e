using System.Globalization;
using System.Text;

namespace ReleaseTools.Text;

/// <summary>What edits change in a file, in the unified format of diff: the splices are known, so nothing has to be compared.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Lines with LF between them, as patch wants them; empty where nothing changes.</summary>
    /// <param name="source">The file as it is.</param>
    /// <param name="edits">What changes in it.</param>
    /// <param name="isNew">Whether there is no such file yet.</param>
    public static string Of(SourceText source, IEnumerable<TextEdit> edits, bool isNew = false)
    {
        var lines = Lines(source.MarkedText);
        var hunks = Hunks(source, edits, lines);

        if (hunks is [])
        {
            return "";
        }

        var diff = new StringBuilder($"--- {(isNew ? "/dev/null" : $"a/{source.Path}")}\n+++ b/{source.Path}\n");
        var shift = 0;

        foreach (var changes in hunks)
        {
            var first = Math.Max(0, changes[0].First - Context);
            var end = Math.Min(lines.Count, changes[^1].End + Context);
            var body = new StringBuilder();
            var (at, added) = (first, 0);

            foreach (var (from, to, text) in changes)
            {
                Write(body, ' ', lines.Skip(at).Take(from - at));
                Write(body, '-', lines.Skip(from).Take(to - from));
                var written = Lines(text);
                Write(body, '+', written);
                added += written.Count - (to - from);
                at = to;
            }

            Write(body, ' ', lines.Skip(at).Take(end - at));
            diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(first, end - first)} +{Range(first + shift, end - first + added)} @@\n").Append(body);
            shift += added;
        }

        return diff.ToString();
    }

    /// <summary>Changes whose surroundings touch stand in one hunk.</summary>
    private static List<List<(int First, int End, string Text)>> Hunks(SourceText source, IEnumerable<TextEdit> edits, List<string> lines)
    {
        var hunks = new List<List<(int First, int End, string Text)>>();

        foreach (var change in Changes(source, edits, lines).Select(change => Narrowed(change, lines)).Where(change => change.End > change.First || change.Text.Length > 0))
        {
            if (hunks is [] || change.First - hunks[^1][^1].End > 2 * Context)
            {
                hunks.Add([]);
            }

            hunks[^1].Add(change);
        }

        return hunks;
    }

    /// <summary>Runs of lines that become others; edits in one line are one change.</summary>
    private static IEnumerable<(int First, int End, string Text)> Changes(SourceText source, IEnumerable<TextEdit> all, List<string> lines)
    {
        var text = source.MarkedText;
        var mark = text.Length - source.Text.Length;
        var edits = new Queue<TextEdit>(all.OrderBy(edit => edit.Start).Select(edit => edit with { Start = edit.Start + mark }));
        var (line, start) = (0, 0);

        if (lines is [] && edits.Count > 0)
        {
            yield return (0, 0, string.Concat(edits.Select(edit => edit.NewText)));
            yield break;
        }

        while (edits.Count > 0)
        {
            while (line + 1 < lines.Count && edits.Peek().Start >= start + lines[line].Length)
            {
                start += lines[line++].Length;
            }

            var (first, from, at) = (line, start, start);
            var written = new StringBuilder();

            while (edits.TryPeek(out var edit) && edit.Start < start + lines[line].Length + (line + 1 == lines.Count ? 1 : 0))
            {
                edits.Dequeue();
                written.Append(text, at, edit.Start - at).Append(edit.NewText);
                at = edit.Start + edit.Length;

                while (at > start + lines[line].Length)
                {
                    start += lines[line++].Length;
                }
            }

            start += lines[line++].Length;
            yield return (first, line, written.Append(text, at, start - at).ToString());
        }
    }

    /// <summary>Without lines at either end that stay as they are: whoever inserts before a line does not change it.</summary>
    private static (int First, int End, string Text) Narrowed((int First, int End, string Text) change, List<string> lines)
    {
        var written = Lines(change.Text);
        var (first, end) = (change.First, change.End);
        var (from, to) = (0, written.Count);

        while (first < end && from < to && lines[end - 1] == written[to - 1])
        {
            end--;
            to--;
        }

        while (first < end && from < to && lines[first] == written[from])
        {
            first++;
            from++;
        }

        return (first, end, string.Concat(written.Skip(from).Take(to - from)));
    }

    private static void Write(StringBuilder body, char sign, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            body.Append(sign).Append(line).Append(line.EndsWith('\n') ? "" : "\n\\ No newline at end of file\n");
        }
    }

    /// <summary>Lines with their ends, as patch counts them: after LF alone.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();

        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private static string Range(int first, int count) => count == 1
        ? (first + 1).ToString(CultureInfo.InvariantCulture)
        : $"{first + (count > 0 ? 1 : 0)},{count}";
}
