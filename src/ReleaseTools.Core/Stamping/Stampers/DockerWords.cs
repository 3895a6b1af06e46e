namespace ReleaseTools.Stamping.Stampers;

/// <summary>The names of one line of a Dockerfile's instruction, and what is given to each.</summary>
internal static class DockerWords
{
    /// <returns>What is given, with its quotes, and where that begins in the line.</returns>
    public static IEnumerable<(int Start, string Name, string Text)> Pairs(string line, int from)
    {
        var words = Words(line, from).ToArray();

        // The older form of a label has a blank between its name and the rest of the line.
        if (words is [var (first, length), var (second, _)] && !line.AsSpan(first, length).Contains('='))
        {
            yield return (second, Unquoted(line.Substring(first, length)), line[second..].TrimEnd());
        }

        foreach (var (start, size) in words)
        {
            var word = line.Substring(start, size);
            var equals = word.IndexOf('=', StringComparison.Ordinal);

            if (equals > 0)
            {
                yield return (start + equals + 1, Unquoted(word[..equals]), word[(equals + 1)..]);
            }
        }
    }

    /// <summary>What blanks divide, unless they stand in quotes. A quote that does not end goes to the end of the line.</summary>
    private static IEnumerable<(int Start, int Length)> Words(string line, int from)
    {
        for (var at = from; at < line.Length;)
        {
            if (line[at] is ' ' or '\t')
            {
                at++;
                continue;
            }

            var start = at;

            for (var quote = '\0'; at < line.Length && (quote != '\0' || line[at] is not (' ' or '\t')); at++)
            {
                if (quote == '"' && line[at] == '\\')
                {
                    at++;
                }
                else if (line[at] == quote)
                {
                    quote = '\0';
                }
                else if (quote == '\0' && line[at] is ('"' or '\''))
                {
                    quote = line[at];
                }
            }

            at = Math.Min(at, line.Length);
            yield return (start, at - start);
        }
    }

    private static string Unquoted(string name) => name.Trim('"', '\'');
}
