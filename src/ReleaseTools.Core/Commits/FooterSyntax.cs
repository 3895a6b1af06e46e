using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>Tells the lines that begin a footer from the lines of the body.</summary>
internal static class FooterSyntax
{
    public const string Breaking = "BREAKING CHANGE";

    /// <summary>The footer that begins on this line, or null: <c>Token: value</c>, <c>Token #value</c>, <c>BREAKING CHANGE: value</c>.</summary>
    public static (string Token, string Value)? Read(string line) =>
        ReadNote(line, CommitGrammar.Conventional) is { } note ? (Breaking, note) : ReadToken(line, CommitGrammar.Conventional);

    public static bool Begins(string line, CommitGrammar grammar) => IsNote(line, grammar) || IsToken(line, grammar);

    /// <summary>Whether the line begins a footer that says what breaks.</summary>
    public static bool IsNote(string line, CommitGrammar grammar) => ReadNote(line, grammar) is not null;

    public static bool IsToken(string line, CommitGrammar grammar) => ReadToken(line, grammar) is not null;

    /// <summary><c>^(?:\*\s+)?(BREAKING CHANGE|BREAKING-CHANGE):\s*(.*)</c>, in any case.</summary>
    private static string? ReadNote(string line, CommitGrammar grammar)
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

        foreach (var keyword in grammar.NoteKeywords)
        {
            var end = start + keyword.Length;

            if (line.AsSpan(start).StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && end < line.Length && line[end] == ':')
            {
                return line[EcmaText.SkipSpace(line, end + 1)..];
            }
        }

        return null;
    }

    /// <summary><c>^(?:BREAKING CHANGE|[\w-]+)(?::\s+|\s+#).+</c>, with any of the issue prefixes for the number sign.</summary>
    private static (string Token, string Value)? ReadToken(string line, CommitGrammar grammar)
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
            : value > end && grammar.IssuePrefixes.Any(prefix => line.AsSpan(value).StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && HasText(line, value + prefix.Length));

        return isFooter ? (line[..end], line[value..]) : null;
    }

    private static bool HasText(string line, int start) => start < line.Length && !EcmaText.IsLineTerminator(line[start]);
}
