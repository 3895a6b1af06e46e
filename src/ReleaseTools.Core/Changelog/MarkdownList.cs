using System.Text;
using ReleaseTools.Commits;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>Writes the headings and list items of a changelog in Markdown, every text of an author made harmless.</summary>
internal sealed class MarkdownList
{
    private readonly StringBuilder _text = new();

    public MarkdownList Heading(int level, string text)
    {
        var isBelowHeading = _text.Length == 0 || (_text.Length > 1 && _text[^2] == '\n');
        _text.Append(isBelowHeading ? "" : "\n").Append('#', level).Append(' ').Append(text).Append("\n\n");
        return this;
    }

    public MarkdownList Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }

    /// <summary><c>- **api:** add search (#12) (1a2b3c4), closes #11</c></summary>
    public MarkdownList Item(ChangelogEntry entry)
    {
        var before = Scope(entry.Scope);
        _text.Append("- ").Append(before).Append(Text(entry.Text, before)).Append(" (").Append(entry.Commit).Append(')');
        var closed = entry.References is [] ? [] : entry.References.Where(reference => reference.Action is not null && !IssueReference.Read(entry.Text, isFooter: false).Any(shown => shown.ToString() == reference.ToString())).ToArray();

        if (closed is not [])
        {
            _text.Append(", closes ").AppendJoin(", ", closed.Select(reference => MarkdownText.Inline(reference.ToString())));
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>What a commit breaks: paragraphs and lists stay, everything else is plain text.</summary>
    public MarkdownList BreakingItem(string label, ChangelogEntry entry, string breaking)
    {
        var before = label + Scope(entry.Scope);
        _text.Append("- ").Append(before);
        var isFirst = true;

        foreach (var line in EcmaText.Lines(breaking))
        {
            if (isFirst)
            {
                _text.Append(Text(line, before));
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                _text.Append('\n');
            }
            else
            {
                var item = line.TrimStart();
                var isItem = item.StartsWith("- ", StringComparison.Ordinal) || item.StartsWith("* ", StringComparison.Ordinal);
                _text.Append("\n  ").Append(isItem ? $"- {MarkdownText.Block(item[2..])}" : MarkdownText.Block(line));
            }

            isFirst = false;
        }

        _text.Append(" (").Append(entry.Commit).Append(")\n");
        return this;
    }

    public override string ToString() => _text.ToString();

    private static string Scope(string? scope) => scope is null || MarkdownText.Inline(scope) is not { Length: > 0 } text ? "" : $"**{text}:** ";

    /// <summary>What stands first in an item could begin a block of its own.</summary>
    private static string Text(string text, string before) => before.Length == 0 ? MarkdownText.Block(text) : MarkdownText.Inline(text);
}
