namespace ReleaseTools.Commits;

/// <summary>A block of code in a message, between two lines of backticks or tildes. One that never ends is none, for it would take everything with it.</summary>
internal static class CodeFence
{
    private const int Shortest = 3;

    /// <summary>The line that ends the block which begins on a line; null where none begins there.</summary>
    public static int? EndOf(IReadOnlyList<string> lines, int at)
    {
        if (MarkOf(lines[at]) is not { } mark || (mark[0] == '`' && lines[at].Trim().TrimStart('`').Contains('`', StringComparison.Ordinal)))
        {
            return null;
        }

        for (var end = at + 1; end < lines.Count; end++)
        {
            if (MarkOf(lines[end]) is { } closing && closing.StartsWith(mark, StringComparison.Ordinal) && closing.Length == lines[end].Trim().Length)
            {
                return end;
            }
        }

        return null;
    }

    private static string? MarkOf(string line)
    {
        var text = line.Trim();
        var length = text is ['`' or '~', ..] ? text.Length - text.TrimStart(text[0]).Length : 0;
        return length >= Shortest ? text[..length] : null;
    }
}
