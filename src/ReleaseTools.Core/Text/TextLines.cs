namespace ReleaseTools.Text;

/// <summary>The lines of a text, each with its place and without its end: LF, CRLF or CR.</summary>
internal static class TextLines
{
    public static IEnumerable<(int Start, string Text)> Of(string text)
    {
        var start = 0;

        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length;
            yield return (start, text[start..end]);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }
}
