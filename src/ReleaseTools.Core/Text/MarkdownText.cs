using System.Buffers;
using System.Text;

namespace ReleaseTools.Text;

/// <summary>Text of a stranger made fit to stand in Markdown: it shows as it was written, and makes no markup, mention or heading.</summary>
internal static class MarkdownText
{
    /// <summary>What CommonMark and GitHub give a meaning inside a line.</summary>
    private const string Special = @"\`*[]<>|~$";

    /// <summary>What means nothing in any place of a line.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,;()/-+=!?'\"%#");

    /// <summary>One line, to stand anywhere in a line. A piece of code between two single backticks stays code.</summary>
    public static string Inline(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain) && text is not ([] or [' ', ..] or [.., ' ']))
        {
            return text;
        }

        var line = OneLine(text);
        var escaped = new StringBuilder(line.Length + 16);

        for (var i = 0; i < line.Length;)
        {
            i += line[i] switch
            {
                '`' when CodeLength(line, i) is > 0 and var length => Copy(Apart(escaped), line, i, length),
                '@' when MentionLength(line, i) is > 0 and var length => Quote(Apart(escaped), line, i, length),
                ':' or '.' when IsAddress(line, i) => Escape(escaped, line[i]),
                '_' when IsInsideWord(line, i) => Copy(escaped, line, i, 1),
                '_' => Escape(escaped, '_'),
                '&' => Escape(escaped, '&'),
                var character when Special.Contains(character) => Escape(escaped, character),
                _ => Copy(escaped, line, i, 1),
            };
        }

        return escaped.ToString();
    }

    /// <summary>One line, to stand at the start of a block: it begins no heading, list, quotation or rule, and no command in the log of GitHub Actions.</summary>
    public static string Block(string text)
    {
        var line = Inline(text);
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();

        return line switch
        {
            ['#' or '-' or '+' or '=', ..] or [':', ':', ..] => $@"\{line}",
            _ when digits > 0 && digits < line.Length && line[digits] is '.' or ')' => $@"{line[..digits]}\{line[digits..]}",
            _ => line,
        };
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);

        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var isWhole = !char.IsSurrogate(character) || (i > 0 && char.IsSurrogatePair(text[i - 1], character)) || (i + 1 < text.Length && char.IsSurrogatePair(character, text[i + 1]));
            line.Append(char.IsWhiteSpace(character) ? " " : HarmlessText.IsInvisible(character) ? "" : isWhole ? character : '\uFFFD');
        }

        return line.ToString().Trim();
    }

    /// <summary>From a single backtick to the next single one; 0 where there is none.</summary>
    private static int CodeLength(string line, int start)
    {
        if (!IsSingle(line, start))
        {
            return 0;
        }

        for (var end = line.IndexOf('`', start + 1); end >= 0; end = line.IndexOf('`', end + 1))
        {
            if (IsSingle(line, end))
            {
                // Nothing is escaped in code, so what a CI host would take for a command is no code.
                return Enumerable.Range(start, end - start).Any(i => HarmlessText.OpensCommand(line, i)) ? 0 : end - start + 1;
            }
        }

        return 0;
    }

    private static bool IsSingle(string line, int tick) => (tick == 0 || line[tick - 1] != '`') && (tick + 1 == line.Length || line[tick + 1] != '`');

    /// <summary>A name a host would notify, with names right after it; 0 where the sign stands inside an address of mail.</summary>
    private static int MentionLength(string line, int start)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(line[start - 1]))
        {
            return 0;
        }

        var end = start + 1;

        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '-' or '_' or '/' or '.' or '@'))
        {
            end++;
        }

        return end - start > 1 ? line[start..end].TrimEnd('.', '/').Length : 0;
    }

    /// <summary>What hosts make a link of: <c>https://…</c>, <c>mailto:…</c>, <c>www.…</c></summary>
    private static bool IsAddress(string line, int i) => line[i] == ':'
        ? line.AsSpan(i).StartsWith("://") || line.AsSpan(0, i).EndsWith("mailto", StringComparison.OrdinalIgnoreCase) || line.AsSpan(0, i).EndsWith("xmpp", StringComparison.OrdinalIgnoreCase)
        : line.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase);

    private static bool IsInsideWord(string line, int i) =>
        i > 0 && i + 1 < line.Length && char.IsAsciiLetterOrDigit(line[i - 1]) && char.IsAsciiLetterOrDigit(line[i + 1]);

    /// <summary>Two backticks side by side begin no code, or another.</summary>
    private static StringBuilder Apart(StringBuilder escaped) => escaped is [.., '`'] ? escaped.Append(' ') : escaped;

    private static int Copy(StringBuilder escaped, string line, int start, int length)
    {
        escaped.Append(line, start, length);
        return length;
    }

    private static int Quote(StringBuilder escaped, string line, int start, int length)
    {
        escaped.Append('`').Append(line, start, length).Append('`');
        return length;
    }

    private static int Escape(StringBuilder escaped, char character)
    {
        escaped.Append('\\').Append(character);
        return 1;
    }
}
