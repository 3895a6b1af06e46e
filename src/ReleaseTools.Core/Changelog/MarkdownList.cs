using System.Text;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>Writes the headings and list items of a changelog in Markdown, every text of an author made harmless.</summary>
/// <param name="style">How lines are written.</param>
/// <param name="level">The level of the first headings.</param>
/// <param name="usual">How an entry is written where the style does not say it.</param>
internal sealed class MarkdownList(ChangelogStyle style, int level, LineTemplate usual)
{
    /// <summary>What stands in a version of which nothing is told.</summary>
    public const string Nothing = "No notable changes.";

    /// <summary>Of what belongs to an item.</summary>
    private const int Indent = 2;

    private readonly StringBuilder _text = new();

    /// <summary>As conventional-changelog has made usual: <c>**api:** add search (#12) (1a2b3c4), closes #11</c></summary>
    public static LineTemplate Usual { get; } = LineTemplate.Of("**{scope}:** {text} ({advisories}) ({commit}){closes}");

    /// <summary>The heading of the version.</summary>
    public MarkdownList Title(Changelog changelog, LineTemplate usual)
    {
        var title = VersionTitle.Of(changelog, style, usual);
        return style.HasAnchor && title.Anchor is { } anchor ? Line($"<a name=\"{anchor}\"></a>").Headed(level, title.Text) : Headed(level, title.Text);
    }

    /// <param name="text">As it is to be read.</param>
    /// <param name="depth">How far below the first headings.</param>
    public MarkdownList Heading(string text, int depth = 1)
    {
        _text.Append(_text.Length == 0 || _text is [.., '\n', '\n'] ? "" : "\n");
        return Headed(depth == 1 ? style.SectionLevel ?? level + 1 : level + depth, MarkdownText.Inline(text));
    }

    public MarkdownList Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }

    public MarkdownList Item(ChangelogEntry entry)
    {
        var template = style.Entry ?? usual;
        var text = new EntryText(entry, style.Links);
        _text.Append(style.Bullet).Append(' ');
        template.AppendItem(_text, placeholder => text.Read(placeholder, template.NamesPullRequest));
        _text.Append('\n');
        return this;
    }

    public MarkdownList Items(IEnumerable<ChangelogEntry> entries)
    {
        foreach (var entry in entries)
        {
            Item(entry);
        }

        return this;
    }

    /// <summary>Everything that breaks, a text each.</summary>
    public MarkdownList BreakingItems(string label, IEnumerable<ChangelogEntry> entries)
    {
        foreach (var (entry, text) in entries.SelectMany(entry => entry.Breaking.Select(text => (entry, text))))
        {
            BreakingItem(label, entry, text);
        }

        return this;
    }

    /// <summary>What a commit breaks: the first paragraph in the line of the item, the others below it.</summary>
    public MarkdownList BreakingItem(string label, ChangelogEntry entry, string breaking)
    {
        var text = new EntryText(entry, style.Links);
        var (head, rest) = breaking == entry.Text ? (breaking, []) : MigrationText.Split(breaking);
        var scope = text.Read("scope", namesPullRequest: false) is { Length: > 0 } part ? $"**{part}:** " : "";
        var first = text.Inline(head) is { Length: > 0 } said ? said : text.Inline(entry.Text);
        _text.Append(style.Bullet).Append(' ').Append(label).Append(scope).Append(label.Length + scope.Length > 0 ? first : MarkdownText.AtStart(first));
        _text.Append(first.Length > 0 ? " (" : "(").Append(text.Commit).Append(')');
        MigrationText.Write(_text, rest, Indent, style.Bullet, text.Inline);
        _text.Append('\n');
        return this;
    }

    /// <summary>An entry, and under it in paragraphs of their own what users have to do.</summary>
    public MarkdownList MigrationItem(ChangelogEntry entry)
    {
        Item(entry);

        foreach (var breaking in entry.Breaking.Where(breaking => breaking != entry.Text))
        {
            MigrationText.Write(_text, [.. EcmaText.Lines(breaking)], Indent, style.Bullet, new EntryText(entry, style.Links).Inline);
            _text.Append('\n');
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    private MarkdownList Headed(int depth, string text)
    {
        _text.Append('#', Math.Min(depth, 6)).Append(' ').Append(text).Append("\n\n");
        return this;
    }
}
