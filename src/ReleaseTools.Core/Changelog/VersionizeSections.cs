using System.Collections.Immutable;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>The headings that versionize's file says, <c>.versionize</c>.</summary>
internal static class VersionizeSections
{
    public const string File = ".versionize";

    /// <summary><c>changelog.sections</c> with <c>type</c>, <c>section</c> and <c>hidden</c>; with <c>includeAllCommits</c> the others under <c>otherSection</c>.</summary>
    /// <exception cref="ReleaseException">RT2148: the file holds something else.</exception>
    public static ImmutableArray<SectionRule> Read(SourceText source)
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

    private static JsonValue? Member(JsonValue value, string name) => value.Members.LastOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
