namespace ReleaseTools.Text;

/// <summary>ECMAScript's classes of characters. The commit rules were first written in it, and their answers depend on them.</summary>
internal static class EcmaText
{
    /// <summary><c>\s</c>: with the byte order mark, without NEL.</summary>
    public static bool IsSpace(char character) => character == '\uFEFF' || (char.IsWhiteSpace(character) && character != '\u0085');

    /// <summary><c>\w</c>: ASCII only.</summary>
    public static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    /// <summary>What <c>.</c> does not match.</summary>
    public static bool IsLineTerminator(char character) => character is '\n' or '\r' or '\u2028' or '\u2029';

    public static bool HasLineTerminator(ReadOnlySpan<char> text) => text.ContainsAny("\n\r\u2028\u2029");

    /// <summary>Where the space that begins at a place ends.</summary>
    public static int SkipSpace(string text, int start)
    {
        while (start < text.Length && IsSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    public static string Trim(string text) => TrimEnd(text[SkipSpace(text, 0)..]);

    public static string TrimEnd(string text)
    {
        var end = text.Length;

        while (end > 0 && IsSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    /// <summary>The text's lines, which end with LF or CRLF; the last one is empty after a final line end.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);

            if (end < 0)
            {
                yield return text[start..];
                yield break;
            }

            yield return text[start..(end > start && text[end - 1] == '\r' ? end - 1 : end)];
            start = end + 1;
        }
    }

    /// <summary>Whether <c>toUpperCase</c> leaves a letter as it is. Its tables know letters that become two.</summary>
    public static bool IsUpperCase(char letter) => char.ToUpperInvariant(letter) == letter && letter is not
        ('\u00DF' or '\u0131' or '\u0149' or '\u017F' or '\u01F0' or '\u0295' or '\u0390' or '\u03B0' or '\u0587'
        or (>= '\u1E96' and <= '\u1E9A') or '\u1F50' or '\u1F52' or '\u1F54' or '\u1F56'
        or (>= '\u1F88' and <= '\u1F8F') or (>= '\u1F98' and <= '\u1F9F') or (>= '\u1FA8' and <= '\u1FAF')
        or '\u1FB2' or '\u1FB4' or '\u1FB6' or '\u1FB7' or '\u1FBC' or '\u1FC2' or '\u1FC4' or '\u1FC6' or '\u1FC7' or '\u1FCC'
        or '\u1FD2' or '\u1FD3' or '\u1FD6' or '\u1FD7' or '\u1FE2' or '\u1FE3' or '\u1FE4' or '\u1FE6' or '\u1FE7'
        or '\u1FF2' or '\u1FF4' or '\u1FF6' or '\u1FF7' or '\u1FFC' or (>= '\uFB00' and <= '\uFB06') or (>= '\uFB13' and <= '\uFB17'));
}
