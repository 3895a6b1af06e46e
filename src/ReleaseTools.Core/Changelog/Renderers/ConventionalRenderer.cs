using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog.Renderers;

/// <summary><c>conventional</c>: headings by type, what breaks first, as conventional-changelog has made usual.</summary>
internal sealed class ConventionalRenderer : IChangelogRenderer
{
    public string Name => "conventional";

    public ImmutableArray<SectionRule> Rules { get; } =
    [
        new("Features", "feat", "feature"),
        new("Bug Fixes", "fix"),
        new("Performance", "perf"),
        new("Reverts", "revert"),
    ];

    public string Render(Changelog changelog)
    {
        var list = new MarkdownList().Heading(2, Title(changelog));

        if (changelog.IsEmpty)
        {
            list.Line("No notable changes.");
        }

        if (changelog.Breaking is not [])
        {
            list.Heading(3, "Breaking Changes");

            foreach (var (entry, text) in changelog.Breaking.SelectMany(entry => entry.Breaking.Select(text => (entry, text))))
            {
                list.BreakingItem("", entry, text);
            }
        }

        foreach (var section in changelog.Sections)
        {
            list.Heading(3, section.Title);

            foreach (var entry in section.Entries)
            {
                list.Item(entry);
            }
        }

        return list.ToString();
    }

    private static string Title(Changelog changelog) => changelog is { Tag: { } tag, Date: { } date }
        ? $"{MarkdownText.Inline(tag)} ({date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})"
        : "Unreleased";
}
