using System.Collections.Immutable;

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
        new("Security", "security"),
        new("Deprecated", "deprecate", "deprecated"),
        new("Removed", "remove", "removed"),
        new("Reverts", "revert"),
    ];

    public string? Preamble => "";

    public LineTemplate? Title { get; } = LineTemplate.Of("{tag} ({date})");

    public string Render(Changelog changelog, ChangelogStyle given)
    {
        var style = given.WithOther(changelog);
        var list = new MarkdownList(style, style.Level ?? 1, MarkdownList.Usual).Title(changelog, Title!);
        var sections = changelog.Sections.ToDictionary(section => section.Title, section => section.Entries);

        foreach (var rule in style.RulesWithBreaking("Breaking Changes"))
        {
            if (rule.IsForBreaking && changelog.Breaking is not [])
            {
                list.Heading(rule.Title).BreakingItems("", changelog.Breaking);
            }
            else if (sections.TryGetValue(rule.Title, out var entries))
            {
                list.Heading(rule.Title).Items(entries);
            }
        }

        return (changelog.IsEmpty ? list.Line(MarkdownList.Nothing) : list).ToString();
    }
}
