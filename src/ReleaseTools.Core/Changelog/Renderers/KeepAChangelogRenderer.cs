using System.Collections.Immutable;

namespace ReleaseTools.Changelog.Renderers;

/// <summary><c>keepachangelog</c>: the headings of Keep a Changelog 1.1.0, which has none for what breaks; that stands first under Changed.</summary>
internal sealed class KeepAChangelogRenderer : IChangelogRenderer
{
    private const string Changed = "Changed";

    public string Name => "keepachangelog";

    public ImmutableArray<SectionRule> Rules { get; } =
    [
        new("Added", "feat", "feature", "add", "added"),
        new(Changed, "perf", "change", "changed"),
        new("Deprecated", "deprecate", "deprecated"),
        new("Removed", "remove", "removed", "revert"),
        new("Fixed", "fix", "fixed"),
        new("Security", "security"),
    ];

    public string? Preamble =>
        "# Changelog\n\nThe format is [Keep a Changelog](https://keepachangelog.com/en/1.1.0/), and versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).\n\n";

    public LineTemplate? Title { get; } = LineTemplate.Of("[{version}] - {date}");

    public string Render(Changelog changelog, ChangelogStyle given)
    {
        var style = given.WithOther(changelog);
        var list = new MarkdownList(style, style.Level ?? 2, MarkdownList.Usual).Title(changelog, Title!);
        var sections = changelog.Sections.ToDictionary(section => section.Title, section => section.Entries);
        var place = (style.Rules.FirstOrDefault(rule => rule.IsForBreaking) ?? style.Rules.FirstOrDefault(rule => rule.Title == Changed))?.Title ?? Changed;
        var titles = style.Rules.Select(rule => rule.Title).ToImmutableArray();

        foreach (var title in titles.Contains(place) ? titles : titles.Insert(0, place))
        {
            var breaking = title == place ? changelog.Breaking : [];

            if (breaking is not [] || sections.ContainsKey(title))
            {
                list.Heading(title).BreakingItems("**Breaking:** ", breaking).Items(sections.GetValueOrDefault(title, []));
            }
        }

        return (changelog.IsEmpty ? list.Line(MarkdownList.Nothing) : list).ToString();
    }
}
