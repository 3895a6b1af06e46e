using System.Globalization;
using System.Text;

namespace ReleaseTools.Text;

/// <summary>Text of a stranger made fit for a terminal and a CI log: it can move no cursor, turn no text and start no command.</summary>
internal static class HarmlessText
{
    /// <summary>A text to stand somewhere in a line.</summary>
    public static string From(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("##", StringComparison.Ordinal))
        {
            return text;
        }

        var harmless = new StringBuilder(text.Length);

        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];

            if (OpensCommand(text, i))
            {
                harmless.Append(' ');
            }

            harmless.Append(character switch
            {
                '\t' => ' ',
                < ' ' => (char)(character + 0x2400),
                '\x7F' => '\u2421',
                _ => IsInvisible(character) ? '\uFFFD' : character,
            });
        }

        return harmless.ToString();
    }

    /// <summary>A whole line. GitHub Actions takes one that begins with two colons, whatever blanks are before them, for a command.</summary>
    public static string Line(string text)
    {
        var line = From(text);
        var start = line.Length - line.TrimStart().Length;
        return line.AsSpan(start).StartsWith("::") ? line.Insert(start + 1, " ") : line;
    }

    /// <summary>A JSON document with the same values: what moves a cursor, turns text or starts a command stands there as an escape.</summary>
    public static string Json(string document)
    {
        var harmless = new StringBuilder(document.Length);

        for (var i = 0; i < document.Length; i++)
        {
            // A bracket behind '##' or a letter is within a string, as is everything that is no ASCII.
            if (OpensCommand(document, i) || (!char.IsAscii(document[i]) && IsInvisible(document[i])))
            {
                harmless.Append(CultureInfo.InvariantCulture, $"\\u{(int)document[i]:x4}");
            }
            else
            {
                harmless.Append(document[i]);
            }
        }

        return harmless.ToString();
    }

    /// <summary>Whether a bracket ends <c>##[</c>, <c>##vso[</c> or <c>##teamcity[</c>, by which CI hosts know a command anywhere in a line.</summary>
    public static bool OpensCommand(ReadOnlySpan<char> text, int bracket)
    {
        if (text[bracket] != '[')
        {
            return false;
        }

        var start = bracket;

        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return text[..start].EndsWith("##");
    }

    /// <summary>Controls, marks that change the direction of text, and line ends that are no ASCII.</summary>
    public static bool IsInvisible(char character) =>
        char.IsControl(character) || character is '\u061C' or (>= '\u200E' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
