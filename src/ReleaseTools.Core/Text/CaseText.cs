namespace ReleaseTools.Text;

/// <summary>Tells in which <see cref="LetterCase"/> a text is written, with commitlint's answers.</summary>
internal static class CaseText
{
    /// <summary>Stands for what more than one letter becomes, so that it is equal to nothing.</summary>
    private const char Longer = '\uFFFF';

    /// <summary>What stands in quotes may be a name, and does not count. A text without words, or that begins with a digit, is in every case.</summary>
    public static bool Holds(string text, LetterCase want)
    {
        var plain = EcmaText.Trim(WithoutQuotes(text));

        if (plain.Length == 0 || CanOnlyFail(plain[0], want))
        {
            return plain.Length == 0;
        }

        var written = Write(plain, want);
        return written.Length == 0 || char.IsAsciiDigit(written[0]) || written == plain;
    }

    /// <summary>The text in a case, without the words of its quotes.</summary>
    public static string Write(string text, LetterCase want) => want switch
    {
        LetterCase.LowerCase => Lower(text),
        LetterCase.UpperCase => Upper(text),
        LetterCase.SentenceCase => Upper(text[..1]) + text[1..],
        LetterCase.KebabCase => string.Join('-', CaseWords.Of(text).Select(Lower)),
        LetterCase.SnakeCase => string.Join('_', CaseWords.Of(text).Select(Lower)),
        LetterCase.CamelCase => Camel(text),
        LetterCase.PascalCase => Camel(text) is { Length: > 0 } camel ? Upper(camel[..1]) + camel[1..] : "",
        _ => string.Join(' ', CaseWords.Of(text).Select(Started)),
    };

    /// <summary>Answers for most subjects without looking for words: the first word begins with the first ASCII letter.</summary>
    private static bool CanOnlyFail(char first, LetterCase want) =>
        (char.IsAsciiLetterLower(first) && want is LetterCase.StartCase or LetterCase.PascalCase or LetterCase.SentenceCase or LetterCase.UpperCase)
        || (char.IsAsciiLetterUpper(first) && want is LetterCase.CamelCase or LetterCase.KebabCase or LetterCase.SnakeCase or LetterCase.LowerCase);

    private static string Camel(string text) => CaseWords.Of(text) is [var first, .. var rest]
        ? Lower(first) + string.Concat(rest.Select(word => Upper(word[..1]) + Lower(word[1..])))
        : "";

    private static string Started(string word) => char.IsSurrogatePair(word, 0) ? Upper(word[..2]) + word[2..] : Upper(word[..1]) + word[1..];

    private static string Upper(string text) =>
        string.Concat(text.ToUpperInvariant().Select((letter, place) => letter == text[place] && !EcmaText.IsUpperCase(letter) ? Longer : letter));

    private static string Lower(string text) => text.ToLowerInvariant().Replace('\u0130', Longer);

    /// <summary>Without <c>`…`</c>, <c>"…"</c> and <c>'…'</c>, each within its line.</summary>
    private static string WithoutQuotes(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (text[start] is '`' or '"' or '\'' && text.IndexOf(text[start], start + 1) is > 0 and var end && !EcmaText.HasLineTerminator(text.AsSpan(start, end - start)))
            {
                text = text.Remove(start, end + 1 - start);
                start--;
            }
        }

        return text;
    }
}
