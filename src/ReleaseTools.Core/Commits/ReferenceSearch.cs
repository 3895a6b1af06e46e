using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>Whether a message speaks of an issue, by the rules of conventional-commits-parser.</summary>
/// <remarks><see cref="IssueReference"/> reads them for people; here only commitlint's answer counts.</remarks>
internal sealed class ReferenceSearch(CommitGrammar grammar)
{
    public bool IsIn(CommitMessage message) =>
        IsIn(message.Header.Text, isFooter: false) || Examined([.. message.Text.Lines[1..].Select(line => line.Text)]).Any(line => IsIn(line, FooterSyntax.IsToken(line, grammar)));

    /// <summary>The line that begins a note is not looked at; the one behind a footer in a note is, whatever it begins.</summary>
    private IEnumerable<string> Examined(string[] lines)
    {
        for (var i = 0; i < lines.Length;)
        {
            var inNote = FooterSyntax.IsNote(lines[i], grammar);

            while (inNote && i < lines.Length)
            {
                var line = lines[i++];

                if (!FooterSyntax.IsNote(line, grammar))
                {
                    yield return line;
                    inNote = !FooterSyntax.IsToken(line, grammar);
                }
            }

            if (i < lines.Length)
            {
                yield return lines[i++];
            }
        }
    }

    /// <summary>An action begins a sentence that goes up to the next one. An address hides what its sentence says.</summary>
    private bool IsIn(string line, bool isFooter)
    {
        var last = 0;

        for (var start = 0; start < line.Length; start++)
        {
            if (SentenceAt(line, start, isFooter) is var (text, end))
            {
                if (HasReference(line[last..start]) || HasReference(line[text..end]))
                {
                    return true;
                }

                last = end;
                start = end - 1;
            }
        }

        return HasReference(line[last..]);
    }

    /// <summary>Where the words behind an action begin and end.</summary>
    private (int Text, int End)? SentenceAt(string line, int start, bool isFooter)
    {
        if (start > 0 && EcmaText.IsWord(line[start - 1]))
        {
            return null;
        }

        foreach (var action in grammar.ReferenceActions)
        {
            var end = start + action.Length;

            if (!IsAt(line, start, action))
            {
                continue;
            }

            end += isFooter && end < line.Length && line[end] == ':' ? 1 : 0;
            var text = EcmaText.SkipSpace(line, end);

            if (text == end)
            {
                continue;
            }

            for (var place = text; place <= line.Length; place++)
            {
                if (place == line.Length || IsActionAt(line, place))
                {
                    return (text, place);
                }

                if (EcmaText.IsLineTerminator(line[place]))
                {
                    break;
                }
            }
        }

        return null;
    }

    private bool IsActionAt(string line, int place) =>
        (place == 0 || !EcmaText.IsWord(line[place - 1]))
        && grammar.ReferenceActions.Any(action => IsAt(line, place, action) && (place + action.Length == line.Length || !EcmaText.IsWord(line[place + action.Length])));

    private bool HasReference(string sentence)
    {
        if (sentence.Length == 0 || HasAddress(sentence))
        {
            return false;
        }

        for (var place = 0; place < sentence.Length; place++)
        {
            if (place == 0 || !IsRepository(sentence[place - 1]))
            {
                var repository = place;

                while (repository < sentence.Length && IsRepository(sentence[repository]))
                {
                    repository++;
                }

                if ((repository > place && IsIssueAt(sentence, repository)) || IsIssueAt(sentence, place))
                {
                    return true;
                }
            }

            if (EcmaText.IsLineTerminator(sentence[place]))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsIssueAt(string sentence, int place) => grammar.IssuePrefixes.Any(prefix =>
    {
        if (!sentence.AsSpan(place).StartsWith(prefix, grammar.IssuePrefixesCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var start = place + prefix.Length;
        var end = start;

        while (end < sentence.Length && (EcmaText.IsWord(sentence[end]) || sentence[end] == '-'))
        {
            end++;
        }

        return sentence.AsSpan(start, end - start).ContainsAnyInRange('0', '9')
            && (end == sentence.Length || EcmaText.IsSpace(sentence[end]) || sentence[end] is ',' or ';' or '.' or ')' or ']');
    });

    /// <summary><c>\bhttps?://</c> and something of an address that ends with a word.</summary>
    private static bool HasAddress(string text)
    {
        for (var start = text.IndexOf("http", StringComparison.Ordinal); start >= 0; start = text.IndexOf("http", start + 1, StringComparison.Ordinal))
        {
            var end = start + 4;
            end += end < text.Length && text[end] == 's' ? 1 : 0;

            if ((start > 0 && EcmaText.IsWord(text[start - 1])) || !text.AsSpan(end).StartsWith("://"))
            {
                continue;
            }

            // Up to a border of a word, so some place has a word on one side and none on the other.
            for (end += 3; end < text.Length && IsAddress(text[end]); end++)
            {
                if (EcmaText.IsWord(text[end]) != (end + 1 < text.Length && EcmaText.IsWord(text[end + 1])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAddress(char character) => EcmaText.IsWord(character) || "-@:%+.~#?&/=".Contains(character);

    private static bool IsRepository(char character) => EcmaText.IsWord(character) || character is '-' or '.' or '/';

    private static bool IsAt(string line, int place, string word) => line.AsSpan(place).StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
