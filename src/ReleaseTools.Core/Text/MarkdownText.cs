using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace ReleaseTools.Text;

/// <summary>Text of a stranger made fit to stand in Markdown: it shows as it was written, and makes no markup, mention or heading.</summary>
internal static partial class MarkdownText
{
    /// <summary>What CommonMark and GitHub give a meaning inside a line.</summary>
    private const string Special = @"\`*[]<>|~$";

    /// <summary>What means nothing in any place of a line.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,;()/-+=!?'\"%#");

    /// <summary>One line, to stand anywhere in a line. A piece of code between two single backticks stays code.</summary>
    /// <param name="text">As its author wrote it.</param>
    /// <param name="linkOf">Where an issue of this repository is, by its number; null, or an answer of null, leaves it plain.</param>
    public static string Inline(string text, Func<string, string?>? linkOf = null)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain) && text is not ([' ', ..] or [.., ' ']) && !MayRefer(text, linkOf is not null))
        {
            return text;
        }

        var line = OneLine(text);
        var escaped = new StringBuilder(line.Length + 16);
        var mayLeadElsewhere = line.AsSpan().ContainsAny('#', '@');

        for (var i = 0; i < line.Length;)
        {
            i += line[i] switch
            {
                '`' when CodeLength(line, i) is > 0 and var length => Copy(Apart(escaped), line, i, length),
                '@' when MentionLength(line, i, escaped is [.., '`']) is > 0 and var length => Quote(Apart(escaped), line, i, length),
                var character when mayLeadElsewhere && char.IsAsciiLetterOrDigit(character) && ElsewhereLength(line, i, escaped is [.., '`']) is > 0 and var length => Quote(Apart(escaped), line, i, length),
                '#' when linkOf is not null && IssueLength(line, i) is > 0 and var length && linkOf(line.Substring(i + 1, length - 1)) is { } address => Link(escaped, line, i, length, address),
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
    public static string Block(string text) => AtStart(Inline(text));

    /// <summary>The same for a line that is fit to stand anywhere else already.</summary>
    public static string AtStart(string line)
    {
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
    private static int MentionLength(string line, int start, bool isBehindCode)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(line[start - 1]) && !isBehindCode)
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

    /// <summary>What a host takes for an issue or a commit of another repository, as in <c>owner/name#12</c>, or for an address of mail; 0 where there is none, or its word began before.</summary>
    private static int ElsewhereLength(string line, int start, bool isBehindCode) =>
        start > 0 && char.IsAsciiLetterOrDigit(line[start - 1]) && !isBehindCode ? 0 : Elsewhere.Match(line, start).Length;

    /// <summary>Whether a number sign may be an issue that becomes a link, or one of another repository.</summary>
    private static bool MayRefer(string text, bool makesLinks)
    {
        for (var sign = text.IndexOf('#', StringComparison.Ordinal); sign >= 0; sign = text.IndexOf('#', sign + 1))
        {
            if (makesLinks || (sign > 0 && char.IsAsciiLetterOrDigit(text[sign - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>#12</c> as a word of its own; 0 where it is none.</summary>
    private static int IssueLength(string line, int start)
    {
        if (start > 0 && !(line[start - 1] is ' ' or '(' or '[' or ',' or ';' or ':'))
        {
            return 0;
        }

        var end = start + 1;

        while (end < line.Length && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        return end - start is > 1 and < 12 && (end == line.Length || line[end] is ' ' or ')' or ']' or ',' or ';' or '.' or ':' or '!' or '?') ? end - start : 0;
    }

    private static int Link(StringBuilder escaped, string line, int start, int length, string address)
    {
        escaped.Append('[').Append(line, start, length).Append("](").Append(address).Append(')');
        return length;
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

    [GeneratedRegex(@"\G[A-Za-z0-9](?:[A-Za-z0-9-]{0,99}(?:/[A-Za-z0-9._-]{1,100})?(?:#[0-9]+|@[0-9a-fA-F]{7,64}(?![0-9A-Za-z]))|[A-Za-z0-9._+-]{0,255}@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere { get; }
}
