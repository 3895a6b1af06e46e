using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>The messages that machines write or a rebase takes away again, which no rule is for: commitlint's default ignores.</summary>
internal static class IgnoredMessage
{
    private static readonly string[] Starts =
    [
        "Revert ", "revert ", "Reapply ", "reapply ", "amend!", "fixup!", "squash!", "Merge remote-tracking branch", "Automatic merge",
    ];

    public static bool Is(CommitText text)
    {
        if (text.Lines is [])
        {
            return false;
        }

        // Trailing blanks of the message do not count, and a line ends where ECMAScript's dot does.
        var line = text.Lines is [var only] ? only.Text.TrimEnd() : text.Lines[0].Text;
        var header = FirstLine(line);

        return Starts.Any(start => header.StartsWith(start, StringComparison.Ordinal))
            || IsBareVersion(line)
            || IsMergedReport(header)
            || HasMerge(text);
    }

    /// <summary>Almost no line of almost no message holds the word, and that is seen at once.</summary>
    private static bool HasMerge(CommitText text)
    {
        for (var index = 0; index < text.Lines.Length; index++)
        {
            var line = text.Lines[index].Text;

            if (line.Contains("Merge ", StringComparison.Ordinal)
                && (index == text.Lines.Length - 1 ? line.TrimEnd() : line).Split('\r', '\u2028', '\u2029').Any(IsMerge))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What git and the hosts write, on any line: a squashed pull request may quote it in its body.</summary>
    private static bool IsMerge(string line) =>
        line.StartsWith("Merge pull request", StringComparison.Ordinal)
        || line.StartsWith("Merge branch ", StringComparison.Ordinal)
        || line.StartsWith("Merge tag ", StringComparison.Ordinal)
        || HasAfter(line, "Merge ", " into ");

    private static bool IsMergedReport(string header) =>
        HasAfter(header, "Merged PR ", ": ")
        || HasAfter(header, "Merged ", "in ")
        || HasAfter(header, "Merged ", "into ")
        || HasAfter(header, "Auto-merged ", " into ");

    private static bool HasAfter(string line, string start, string later) =>
        line.StartsWith(start, StringComparison.Ordinal) && line.IndexOf(later, start.Length, StringComparison.Ordinal) >= 0;

    /// <summary>A version and nothing else, perhaps as a chore, perhaps with <c>[skip ci]</c>.</summary>
    private static bool IsBareVersion(string header)
    {
        // A version has dots, and most first lines have none.
        if (!header.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        var rest = header;

        if (rest.StartsWith("chore", StringComparison.Ordinal))
        {
            var colon = rest.IndexOf(':');
            var scope = colon < 0 ? "" : rest["chore".Length..colon];
            rest = scope.Length == 0 || (scope.Length > 2 && scope[0] == '(' && scope.IndexOf(')') == scope.Length - 1) ? rest[(colon + 1)..] : rest;
        }

        return SemVerSyntax.IsVersion(EcmaText.Trim(WithoutSkip(WithoutSkip(rest, '[', ']'), '(', ')')));
    }

    /// <summary>Takes out the first <c>[skip ci]</c>, <c>[ci-skip]</c> and the like.</summary>
    private static string WithoutSkip(string text, char open, char close)
    {
        for (var start = text.IndexOf(open); start >= 0; start = text.IndexOf(open, start + 1))
        {
            if (text.Length >= start + 9 && text[start + 8] == close && IsSkip(text.AsSpan(start + 1, 7)))
            {
                return text.Remove(start, 9);
            }
        }

        return text;
    }

    private static bool IsSkip(ReadOnlySpan<char> text) =>
        (text.StartsWith("skip", StringComparison.OrdinalIgnoreCase) && IsJoint(text[4]) && text[5..].Equals("ci", StringComparison.OrdinalIgnoreCase))
        || (text.StartsWith("ci", StringComparison.OrdinalIgnoreCase) && IsJoint(text[2]) && text[3..].Equals("skip", StringComparison.OrdinalIgnoreCase));

    private static bool IsJoint(char character) => character == '-' || EcmaText.IsSpace(character);

    private static string FirstLine(string line) => line.AsSpan().IndexOfAny("\r\u2028\u2029") is >= 0 and var end ? line[..end] : line;
}
