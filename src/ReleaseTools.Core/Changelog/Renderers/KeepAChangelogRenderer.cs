using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog.Renderers;

/// <summary><c>keepachangelog</c>: the headings of Keep a Changelog 1.1.0, which has none for what breaks; that stands first under Changed.</summary>
internal sealed class KeepAChangelogRenderer : IChangelogRenderer
{
    private const string Changed = "Changed";

    public string Name => "keepachangelog";

    public ImmutableArray<SectionRule> Rules { get; } =
    [
        new("Added", "feat", "feature"),
        new(Changed, "perf"),
        new("Deprecated", "deprecate"),
        new("Removed", "remove", "revert"),
        new("Fixed", "fix"),
        new("Security", "security"),
    ];

    public string Render(Changelog changelog)
    {
        var list = new MarkdownList().Heading(2, Title(changelog));
        var sections = changelog.Sections.ToDictionary(section => section.Title, section => section.Entries);

        if (changelog.IsEmpty)
        {
            list.Line("No notable changes.");
        }

        foreach (var title in Rules.Select(rule => rule.Title).Where(title => sections.ContainsKey(title) || (title == Changed && changelog.Breaking is not [])))
        {
            list.Heading(3, title);

            foreach (var (entry, text) in changelog.Breaking.Where(_ => title == Changed).SelectMany(entry => entry.Breaking.Select(text => (entry, text))))
            {
                list.BreakingItem("**Breaking:** ", entry, text);
            }

            foreach (var entry in sections.GetValueOrDefault(title, []))
            {
                list.Item(entry);
            }
        }

        return list.ToString();
    }

    private static string Title(Changelog changelog) => changelog is { Tag: { } tag, Date: { } date }
        ? $"[{MarkdownText.Inline(tag.TrimStart('v'))}] - {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : "[Unreleased]";
}
