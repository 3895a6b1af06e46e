using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>Tells the lines that begin a footer from the lines of the body.</summary>
internal static class FooterSyntax
{
    public const string Breaking = "BREAKING CHANGE";

    private const string BreakingWithHyphen = "BREAKING-CHANGE";

    /// <summary>The footer that begins on this line, or null: <c>Token: value</c>, <c>Token #value</c>, <c>BREAKING CHANGE: value</c>.</summary>
    public static (string Token, string Value)? Read(string line) =>
        ReadBreaking(line) is { } note ? (Breaking, note) : ReadToken(line);

    /// <summary><c>^(?:\*\s+)?(BREAKING CHANGE|BREAKING-CHANGE):\s*(.*)</c>, in any case.</summary>
    private static string? ReadBreaking(string line)
    {
        var start = 0;

        if (line.StartsWith('*'))
        {
            start = EcmaText.SkipSpace(line, 1);

            if (start == 1)
            {
                return null;
            }
        }

        var end = start + Breaking.Length;
        return IsBreakingAt(line, start) && end < line.Length && line[end] == ':' ? line[EcmaText.SkipSpace(line, end + 1)..] : null;
    }

    /// <summary><c>^(?:BREAKING CHANGE|[\w-]+)(?::\s+|\s+#).+</c></summary>
    private static (string Token, string Value)? ReadToken(string line)
    {
        var end = 0;

        if (line.StartsWith(Breaking, StringComparison.OrdinalIgnoreCase))
        {
            end = Breaking.Length;
        }
        else
        {
            while (end < line.Length && (EcmaText.IsWord(line[end]) || line[end] == '-'))
            {
                end++;
            }
        }

        if (end == 0 || end == line.Length)
        {
            return null;
        }

        var isColon = line[end] == ':';
        var value = EcmaText.SkipSpace(line, isColon ? end + 1 : end);

        // Something must follow a blank; another blank will do, the end of the line will not.
        var isFooter = isColon
            ? value > end + 1 && Enumerable.Range(end + 2, value - end - 1).Any(next => HasText(line, next))
            : value > end && value < line.Length && line[value] == '#' && HasText(line, value + 1);

        return isFooter ? (line[..end], line[value..]) : null;
    }

    private static bool IsBreakingAt(string line, int start) =>
        line.AsSpan(start).StartsWith(Breaking, StringComparison.OrdinalIgnoreCase)
        || line.AsSpan(start).StartsWith(BreakingWithHyphen, StringComparison.OrdinalIgnoreCase);

    private static bool HasText(string line, int start) => start < line.Length && !EcmaText.IsLineTerminator(line[start]);
}
