using System.Collections.Immutable;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>The headings that files of other tools say: <c>.versionize</c>, and GitHub's <c>.github/release.yml</c>.</summary>
internal static class PeerSections
{
    public const string Versionize = ".versionize";

    public const string GitHub = ".github/release.yml";

    /// <summary>What labels of pull requests commonly mean; the commits say it by their types.</summary>
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

    /// <summary><c>changelog.sections</c> with <c>type</c>, <c>section</c> and <c>hidden</c>; with <c>includeAllCommits</c> the others under <c>otherSection</c>.</summary>
    /// <exception cref="ReleaseException">RT2148: the file holds something else.</exception>
    public static ImmutableArray<SectionRule> ReadVersionize(SourceText source)
    {
        var root = JsonLocator.Parse(source, spot => ChangelogSettingDiagnostics.NotSections(spot, source.Path));

        if (Member(root, "changelog") is not { Kind: JsonValueKind.Object } changelog)
        {
            return [];
        }

        var rules = Member(changelog, "sections")?.Items.Select(item => Member(item, "type") is { Kind: JsonValueKind.String } type
            ? new SectionRule(Member(item, "section")?.Text ?? type.Text, type.Text.ToLowerInvariant()) { IsHidden = Member(item, "hidden")?.Kind == JsonValueKind.True }
            : throw new ReleaseException(ChangelogSettingDiagnostics.NotSections(source.SpotAt(item.Start), source.Path))).ToList() ?? [];

        if (Member(changelog, "includeAllCommits")?.Kind == JsonValueKind.True)
        {
            // What versionize hides it tells among the others then.
            rules.RemoveAll(rule => rule.IsHidden);
            rules.Add(new(Member(changelog, "otherSection") is { Kind: JsonValueKind.String } other ? other.Text : "Other", SectionRule.Others));
        }

        return SectionRules.Joined(rules);
    }

    /// <summary><c>changelog.categories</c> with <c>title</c> and <c>labels</c>, the labels read as types of commits.</summary>
    /// <exception cref="ReleaseException">RT2148: the file holds something else.</exception>
    public static ImmutableArray<SectionRule> ReadGitHub(SourceText source)
    {
        var root = YamlLocator.Parse(source);
        var categories = YamlLocator.Find(source, root, "changelog", "categories") is { } found ? found.Target ?? found : null;

        if (categories is null)
        {
            return [];
        }

        if (categories.Kind != YamlKind.Sequence)
        {
            throw new ReleaseException(ChangelogSettingDiagnostics.NotSections(source.SpotAt(categories.Start), source.Path));
        }

        return SectionRules.Joined(categories.Items.Select(item => new SectionRule(
            YamlLocator.Find(source, item, "title") is { Text.Length: > 0 } title ? title.Text : throw new ReleaseException(ChangelogSettingDiagnostics.NotSections(source.SpotAt(item.Start), source.Path)),
            [.. (YamlLocator.Find(source, item, "labels")?.Items ?? []).SelectMany(label => TypesOf.GetValueOrDefault(Word(label.Text), [])).Distinct()])));
    }

    /// <summary><c>kind/bug</c>, <c>type: bug</c> and <c>Breaking Change</c> mean what their last part says.</summary>
    private static string Word(string label) => label.Split('/', ':')[^1].Trim().Replace(' ', '-');

    private static JsonValue? Member(JsonValue value, string name) => value.Members.LastOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
