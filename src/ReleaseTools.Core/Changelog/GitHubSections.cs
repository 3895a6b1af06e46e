using System.Collections.Immutable;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>The headings that GitHub's file for release notes says: by labels where those of pull requests are known, and otherwise by the types of commits that labels commonly mean.</summary>
internal static class GitHubSections
{
    /// <summary>GitHub reads the first of these that is there.</summary>
    public static ImmutableArray<string> Files { get; } = [".github/release.yml", ".github/release.yaml"];

    private static readonly ImmutableDictionary<string, string[]> TypesOf = new (string Label, string[] Types)[]
    {
        ("*", ["*"]),
        ("breaking", ["breaking"]), ("breaking-change", ["breaking"]), ("semver-major", ["breaking"]), ("major", ["breaking"]),
        ("feature", ["feat", "feature"]), ("enhancement", ["feat", "feature"]), ("feat", ["feat", "feature"]), ("semver-minor", ["feat", "feature"]), ("minor", ["feat", "feature"]),
        ("bug", ["fix"]), ("bugfix", ["fix"]), ("fix", ["fix"]), ("semver-patch", ["fix"]), ("patch", ["fix"]),
        ("documentation", ["docs"]), ("docs", ["docs"]),
        ("performance", ["perf"]), ("perf", ["perf"]),
        ("dependencies", ["deps", "build"]), ("deps", ["deps", "build"]),
        ("security", ["security"]), ("refactor", ["refactor"]), ("refactoring", ["refactor"]), ("test", ["test"]), ("tests", ["test"]), ("testing", ["test"]), ("ci", ["ci"]), ("chore", ["chore"]), ("maintenance", ["chore"]), ("revert", ["revert"]),
    }.ToImmutableDictionary(one => one.Label, one => one.Types, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>changelog.exclude</c>, and <c>changelog.categories</c> with <c>title</c>, <c>labels</c> and <c>exclude</c>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="usual">The headings where it has no categories.</param>
    /// <exception cref="ReleaseException">RT2148: the file holds something else.</exception>
    public static ImmutableArray<SectionRule> Read(SourceText source, ImmutableArray<SectionRule> usual)
    {
        var root = YamlLocator.Parse(source);

        if (root is { Kind: YamlKind.Sequence })
        {
            throw NotSections(source, root);
        }

        ImmutableArray<SectionRule> excluded = Excluded(source, Find(source, root, "changelog", "exclude")) is { } found ? [found] : [];
        var categories = Find(source, root, "changelog", "categories");

        if (categories is null)
        {
            return [.. excluded, .. usual];
        }

        if (categories.Kind != YamlKind.Sequence)
        {
            throw NotSections(source, categories);
        }

        return SectionRules.Joined(excluded.Concat(categories.Items.Select((item, place) => Category(source, item.Target ?? item, place))));
    }

    private static SectionRule? Excluded(SourceText source, YamlNode? exclude)
    {
        var (labels, authors) = (Texts(source, exclude, "labels"), Texts(source, exclude, "authors"));

        return labels is [] && authors is [] ? null : new SectionRule("", TypesLike(labels))
        {
            IsHidden = true,
            PullRequests = [new(-1, labels) { Authors = authors }],
        };
    }

    private static SectionRule Category(SourceText source, YamlNode item, int place)
    {
        var title = Find(source, item, "title") is { Text.Length: > 0 } found ? found.Text : throw NotSections(source, item);
        var (labels, exclude) = (Texts(source, item, "labels"), Find(source, item, "exclude"));
        var except = Texts(source, exclude, "labels");

        return new(title, [.. labels.SelectMany(Types).Distinct()])
        {
            PullRequests = [new(place, labels) { ExceptLabels = except, ExceptAuthors = Texts(source, exclude, "authors") }],
            ExceptTypes = TypesLike(except),
        };
    }

    /// <summary>That something breaks is no type of a commit, and not everything can be left out.</summary>
    private static ImmutableArray<string> TypesLike(ImmutableArray<string> labels) =>
        [.. labels.SelectMany(Types).Where(type => type is not (SectionRule.Breaks or SectionRule.Others)).Distinct()];

    /// <summary><c>kind/bug</c>, <c>type: bug</c> and <c>Breaking Change</c> mean what their last part says.</summary>
    private static string[] Types(string label) => TypesOf.GetValueOrDefault(label.Split('/', ':')[^1].Trim().Replace(' ', '-'), []);

    /// <summary>A list, or one text that stands for a list of it.</summary>
    private static ImmutableArray<string> Texts(SourceText source, YamlNode? node, string name) => node is null ? [] : Find(source, node, name) switch
    {
        null => [],
        { Kind: YamlKind.Sequence } list => [.. list.Items.Select(item => (item.Target ?? item).Text).Where(text => text.Length > 0)],
        { Text: { Length: > 0 } text } => [text],
        _ => [],
    };

    private static YamlNode? Find(SourceText source, YamlNode? node, params ReadOnlySpan<string> path) => YamlLocator.Find(source, node, path) is { } found ? found.Target ?? found : null;

    private static ReleaseException NotSections(SourceText source, YamlNode node) => new(ChangelogSettingDiagnostics.NotSections(source.SpotAt(node.Start), source.Path));
}
