using System.Text;
using System.Text.RegularExpressions;

namespace ReleaseTools.Text;

/// <summary>The words of a text as lodash splits them: Latin letters lose their accents, apostrophes go.</summary>
internal static partial class CaseWords
{
    /// <summary>U+00C0 to U+017F without accents.</summary>
    private static readonly string[] Plain =
        ("A A A A A A Ae C E E E E I I I I D N O O O O O × O U U U U Y Th ss a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y "
        + "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L l L l "
        + "N n N n N n 'n N n O o O o O o Oe oe R r R r R r S s S s S s S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s").Split(' ');

    public static string[] Of(string text)
    {
        var plain = WithoutMarks(text);
        return [.. (IsCompound().IsMatch(plain) ? CompoundWord() : SimpleWord()).EnumerateMatches(plain).ToTexts(plain)];
    }

    private static string WithoutMarks(string text)
    {
        var plain = new StringBuilder(text.Length);

        foreach (var letter in text)
        {
            _ = letter switch
            {
                >= '\u00C0' and <= '\u017F' => plain.Append(Plain[letter - '\u00C0']),
                (>= '\u0300' and <= '\u036F') or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE20' and <= '\uFE2F') => plain,
                _ => plain.Append(letter),
            };
        }

        return plain.Replace("'", "").Replace("\u2019", "").ToString();
    }

    private static List<string> ToTexts(this Regex.ValueMatchEnumerator matches, string text)
    {
        var words = new List<string>();

        foreach (var match in matches)
        {
            words.Add(text.Substring(match.Index, match.Length));
        }

        return words;
    }

    [GeneratedRegex("[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]")]
    private static partial Regex IsCompound();

    [GeneratedRegex("[a-zA-Z0-9]+")]
    private static partial Regex SimpleWord();

    private const string Lowers = @"a-z\u00DF-\u00F6\u00F8-\u00FF";
    private const string Uppers = @"A-Z\u00C0-\u00D6\u00D8-\u00DE";
    private const string Dingbats = @"\u2700-\u27BF";
    private const string Surrogates = @"\uD800-\uDFFF";
    private const string Breaks = @"\u0000-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u1680\u180E\u2000-\u206F\u3000\uFEFF";
    private const string Lower = $"[{Lowers}]";
    private const string Upper = $"[{Uppers}]";
    private const string Other = $"[^{Surrogates}{Breaks}0-9{Dingbats}{Lowers}{Uppers}]";
    private const string Modifier = @"(?:[\u0300-\u036F\uFE20-\uFE2F\u20D0-\u20FF]|\uD83C[\uDFFB-\uDFFF])?";
    private const string Pair = @"(?:\uD83C[\uDDE6-\uDDFF]){2}|[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const string Variant = @"[\uFE0E\uFE0F]?";

    [GeneratedRegex(
        $@"{Upper}?{Lower}+(?=[{Breaks}]|{Upper}|\z)"
        + $@"|(?:{Upper}|{Other})+(?=[{Breaks}]|{Upper}(?:{Lower}|{Other})|\z)"
        + $@"|{Upper}?(?:{Lower}|{Other})+"
        + $@"|{Upper}+"
        + @"|[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?![A-Z0-9])"
        + @"|[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?![a-z0-9])"
        + @"|[0-9]+"
        + $@"|(?:[{Dingbats}]|{Pair}){Variant}{Modifier}(?:\u200D(?:[^{Surrogates}]|{Pair}){Variant}{Modifier})*")]
    private static partial Regex CompoundWord();
}
