using System.Collections.Immutable;
using ReleaseTools.Changelog;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>One change as <c>artifacthub.io/changes</c> tells it.</summary>
/// <param name="Kind">One of <c>added</c>, <c>changed</c>, <c>deprecated</c>, <c>removed</c>, <c>fixed</c> and <c>security</c>.</param>
/// <param name="Description">One line.</param>
internal sealed record ChartChange(string Kind, string Description)
{
    /// <summary>The types of commits that users notice, under the headings of a changelog.</summary>
    public static ImmutableArray<SectionRule> Types { get; } = [new("Changes", "feat", "fix", "security", "deprecate", "remove", "revert", "perf", "change")];

    /// <summary>What a changelog says, line by line: what breaks first, then the rest.</summary>
    public static ImmutableArray<ChartChange> In(Changelog.Changelog changelog) =>
    [
        .. changelog.Breaking.Concat(changelog.Sections.SelectMany(section => section.Entries)).Distinct()
            .Select(entry => (Kind: KindOf(entry.Type, entry.Breaking is not []), Text: entry.Scope is null ? entry.Text : $"{entry.Scope}: {entry.Text}"))
            .Where(entry => entry.Kind is not null)
            .Select(entry => new ChartChange(entry.Kind!, HarmlessText.Line(entry.Text))),
    ];

    /// <summary>The kind for a commit's type; null where users notice nothing.</summary>
    /// <param name="type">In lower case.</param>
    /// <param name="isBreaking">What breaks is told whatever its type.</param>
    private static string? KindOf(string type, bool isBreaking) => type switch
    {
        "feat" => "added",
        "fix" => "fixed",
        "security" => "security",
        "deprecate" => "deprecated",
        "remove" or "revert" => "removed",
        "perf" or "change" => "changed",
        _ => isBreaking ? "changed" : null,
    };
}
