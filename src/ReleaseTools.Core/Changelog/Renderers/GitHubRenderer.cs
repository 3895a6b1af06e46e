using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog.Renderers;

/// <summary><c>github</c>: the notes of a release as they stand on its page, which shows the version itself: what is new, what to do about what breaks, how to get it, and whom to thank.</summary>
internal sealed class GitHubRenderer : IChangelogRenderer
{
    private static readonly LineTemplate Entry = LineTemplate.Of("**{scope}:** {text} ({advisories}) ({change}{closes}) {by-mentions}");

    public string Name => "github";

    public ImmutableArray<SectionRule> Rules { get; } =
    [
        new("Security", "security"),
        new("Features", "feat", "feature"),
        new("Bug fixes", "fix"),
        new("Performance", "perf"),
        new("Deprecated", "deprecate"),
        new("Removed", "remove"),
        new("Documentation", "docs"),
        new("Reverts", "revert"),
    ];

    public string? Preamble => null;

    public LineTemplate? Title => null;

    public string Render(Changelog changelog, ChangelogStyle given)
    {
        var style = given.WithOther(changelog);
        var list = new MarkdownList(style, style.Level ?? 1, Entry);

        if (style.Title is { } title)
        {
            list.Title(changelog, title);
        }

        list.Heading("What's new");
        New(list, changelog, style);
        Install(list, style.Published);
        People(list, "Contributors", changelog.Contributors.ExceptBy(changelog.FirstTimers.Select(person => person.Identity()), person => person.Identity()));
        People(list, "New contributors", changelog.FirstTimers);

        if (changelog is { Previous: { } previous, Tag: { } tag } && style.Links is { } links)
        {
            list.Line("").Line($"**Full changelog**: [{MarkdownText.Inline(previous)} → {MarkdownText.Inline(tag)}]({links.Compare(previous, tag)})");
        }

        return list.ToString();
    }

    private static void New(MarkdownList list, Changelog changelog, ChangelogStyle style)
    {
        var sections = changelog.Sections.ToDictionary(section => section.Title, section => section.Entries);

        foreach (var rule in style.RulesWithBreaking("Breaking changes"))
        {
            if (rule.IsForBreaking && changelog.Breaking is not [])
            {
                list.Heading(rule.Title, depth: 2);

                foreach (var entry in changelog.Breaking)
                {
                    list.MigrationItem(entry);
                }
            }
            else if (sections.GetValueOrDefault(rule.Title, []).Where(entry => entry.Breaking is []).ToArray() is { Length: > 0 } entries)
            {
                // What breaks was told above, in full.
                list.Heading(rule.Title, depth: 2).Items(entries);
            }
        }

        if (changelog.IsEmpty)
        {
            list.Line(MarkdownList.Nothing);
        }
    }

    private static void Install(MarkdownList list, ImmutableArray<PublishedArtefact> published)
    {
        if (published is not [])
        {
            list.Heading("Install").Line("```sh");

            foreach (var artefact in published)
            {
                list.Line(artefact.Install);
            }

            list.Line("```");
        }
    }

    private static void People(MarkdownList list, string title, IEnumerable<Contributor> people)
    {
        var names = people.Where(person => !person.IsBot).Select(EntryText.Mention).Where(name => name.Length > 0).ToArray();

        if (names is not [])
        {
            list.Heading(title).Line(MarkdownText.AtStart(string.Join(", ", names)));
        }
    }
}
