using System.Text;
using System.Text.RegularExpressions;
using ReleaseTools.Commits;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>What an author says users have to do, under an item of a list: paragraphs, lists, code and tables keep their shape, and everything else is plain text.</summary>
internal sealed partial class MigrationText
{
    /// <summary>How much deeper than its list an author writes what belongs to an item.</summary>
    private const int Step = 2;

    private const int CodeIndent = 4;

    private readonly StringBuilder _text;
    private readonly Func<string, string> _inline;
    private readonly char _bullet;
    private readonly string[] _lines;

    /// <summary>The items that are open: how far the author put them in, and how far what belongs to them is put in here.</summary>
    private readonly Stack<(int Written, int Inner)> _items = new();
    private readonly int _indent;
    private bool _isApart;
    private bool _isInText = true;

    private MigrationText(StringBuilder text, string[] lines, int indent, char bullet, Func<string, string> inline)
    {
        _text = text;
        _lines = lines;
        _indent = indent;
        _bullet = bullet;
        _inline = inline;
    }

    private int Inner => _items.TryPeek(out var item) ? item.Inner : _indent;

    /// <summary>The first paragraph as one line, and the lines behind it; the line is empty where the text begins with something else.</summary>
    public static (string Head, string[] Below) Split(string text)
    {
        var lines = EcmaText.Lines(text).ToArray();
        var head = lines.TakeWhile((line, index) => !string.IsNullOrWhiteSpace(line) && !Item.IsMatch(line) && CodeFence.EndOf(lines, index) is null && !IsRow(line)).ToArray();
        return (string.Join(' ', head.Select(line => line.Trim())), lines[head.Length..]);
    }

    /// <param name="text">Takes it in, each line with a line end before it.</param>
    /// <param name="lines">What the author wrote.</param>
    /// <param name="indent">How far the text of the item above is put in.</param>
    /// <param name="bullet">Of lists.</param>
    /// <param name="inline">Makes a line harmless.</param>
    public static void Write(StringBuilder text, string[] lines, int indent, char bullet, Func<string, string> inline) => new MigrationText(text, lines, indent, bullet, inline).Write();

    private void Write()
    {
        for (var at = 0; at < _lines.Length;)
        {
            at = string.IsNullOrWhiteSpace(_lines[at]) ? Empty(at)
                : Fence.Match(_lines[at]) is { Success: true } fence && CodeFence.EndOf(_lines, at) is { } closing ? Fenced(at, closing, fence.Groups["language"].Value)
                : IsRow(_lines[at]) ? Code(at, Array.FindIndex(_lines, at, line => !IsRow(line)) is >= 0 and var end ? end : _lines.Length, Depth(_lines[at]), "")
                : _isApart && Depth(_lines[at]) >= CodeDepth ? Indented(at)
                : Item.Match(_lines[at]) is { Success: true } item ? Listed(at, item)
                : Plain(at);
        }
    }

    private int CodeDepth => CodeIndent + (_items.TryPeek(out var item) ? item.Written + Step : 0);

    private int Empty(int at)
    {
        _isApart = true;
        return at + 1;
    }

    private int Listed(int at, Match item)
    {
        var said = _inline(item.Groups["text"].Value);

        if (said.Length == 0)
        {
            return at + 1;
        }

        var depth = Depth(_lines[at]);
        var wasInItem = _items.Count > 0;
        Leave(depth);
        var number = item.Groups["number"].Value;
        var mark = number.Length > 0 ? $"{number}." : $"{_bullet}";

        // A list right below a paragraph would be read as more of it where its numbers do not begin with one.
        _isApart |= _isInText && (!wasInItem || number is not ("" or "1"));
        Line(Inner, $"{mark} {MarkdownText.AtStart(said)}");
        _items.Push((depth, Inner + mark.Length + 1));
        _isInText = true;
        return at + 1;
    }

    private int Plain(int at)
    {
        var said = _inline(_lines[at]);

        if (said.Length > 0)
        {
            if (_isApart || !_isInText)
            {
                Leave(Depth(_lines[at]));
            }

            Line(Inner, MarkdownText.AtStart(said));
            _isInText = true;
        }

        return at + 1;
    }

    private int Fenced(int at, int end, string language)
    {
        Code(at + 1, end, Depth(_lines[at]), language);
        return end + 1;
    }

    private int Indented(int at)
    {
        var depth = CodeDepth;
        var end = Array.FindIndex(_lines, at, line => !string.IsNullOrWhiteSpace(line) && Depth(line) < depth) is >= 0 and var found ? found : _lines.Length;
        Code(at, end, depth, "");
        _isApart = true;
        return end;
    }

    /// <summary>Nothing is escaped in code, so what a CI host or this file's reader would take for a command becomes plain text.</summary>
    private int Code(int start, int end, int depth, string language)
    {
        string[] code = [.. _lines[start..end].Select(line => Harmless(WithoutIndent(line, depth))).SkipWhile(line => line.Length == 0)];
        code = code[..(Array.FindLastIndex(code, line => line.Length > 0) + 1)];
        Leave(depth);
        _isApart = true;

        if (code.Any(IsCommand))
        {
            foreach (var line in code.Select(_inline).Where(line => line.Length > 0))
            {
                Line(Inner, MarkdownText.AtStart(line));
            }
        }
        else if (code is not [])
        {
            var fence = new string('`', Math.Max(3, 1 + code.Max(line => Ticks.Matches(line).Select(ticks => ticks.Length).DefaultIfEmpty().Max())));
            Line(Inner, fence + language);
            _isApart = false;

            foreach (var line in code)
            {
                Line(line.Length == 0 ? 0 : Inner, line);
            }

            Line(Inner, fence);
        }

        (_isApart, _isInText) = (true, false);
        return end;
    }

    private void Leave(int depth)
    {
        while (_items.TryPeek(out var item) && depth < item.Written + Step)
        {
            _items.Pop();
        }
    }

    private void Line(int indent, string line)
    {
        _text.Append(_isApart && _text is not [.., '\n'] ? "\n\n" : "\n").Append(' ', indent).Append(line);
        _isApart = false;
    }

    private static int Depth(string line) => line.TakeWhile(unit => unit is ' ' or '\t').Sum(unit => unit == '\t' ? CodeIndent : 1);

    private static string WithoutIndent(string line, int depth)
    {
        var start = 0;

        for (var left = depth; left > 0 && start < line.Length && line[start] is ' ' or '\t'; start++)
        {
            left -= line[start] == '\t' ? CodeIndent : 1;
        }

        return line[start..];
    }

    private static string Harmless(string line)
    {
        var text = new StringBuilder(line.Length);

        foreach (var rune in line.EnumerateRunes())
        {
            var isTab = rune.Value == '\t';
            text.Append(isTab ? "    " : Rune.IsWhiteSpace(rune) ? " " : rune.IsBmp && HarmlessText.IsInvisible((char)rune.Value) ? "" : rune.ToString());
        }

        return text.ToString().TrimEnd();
    }

    private static bool IsCommand(string line) =>
        line.TrimStart().StartsWith("::", StringComparison.Ordinal) || Enumerable.Range(0, line.Length).Any(place => HarmlessText.OpensCommand(line, place)) || ManualBlock.IsMark(line);

    /// <summary>Of a table.</summary>
    private static bool IsRow(string line) => line.Trim() is ['|', _, .., '|'];

    [GeneratedRegex(@"^[ \t]*(?:[-*+]|(?<number>[0-9]{1,9})[.)])[ \t]+(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Item { get; }

    [GeneratedRegex(@"^[ \t]*(?:```+|~~~+)[ \t]*(?<language>[A-Za-z0-9+#-]{0,20})[^`]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Fence { get; }

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Ticks { get; }
}
