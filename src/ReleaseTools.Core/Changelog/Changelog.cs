using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Commits;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>What a range of commits means to the people who use the product.</summary>
internal sealed record Changelog
{
    /// <summary>The part of the repository it is about, as its folder is called; null for all of it.</summary>
    public string? Component { get; init; }

    /// <summary>The tag of the version the range leads to, or null where it is not released.</summary>
    public required string? Tag { get; init; }

    /// <summary>The version of <see cref="Tag"/>, or null.</summary>
    public SemanticVersion? Version { get; init; }

    /// <summary>The version as it is written in <see cref="Tag"/>, without what stands before it there; null where it is not released.</summary>
    public string? VersionText => Tag is not { } tag ? null : Enumerable.Range(0, tag.Length).Select(start => tag[start..]).FirstOrDefault(rest => char.IsAsciiDigit(rest[0]) && SemVerSyntax.IsVersion(rest)) ?? tag;

    /// <summary>The tag of the release before it in the same line, or null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>The newest commit; null where there is none.</summary>
    public CommitId? Last { get; init; }

    /// <summary>When the last commit was made; null where there is none.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>The commits that break something, of whatever type.</summary>
    public required ImmutableArray<ChangelogEntry> Breaking { get; init; }

    /// <summary>Without empty ones, in the order of the rules.</summary>
    public required ImmutableArray<ChangelogSection> Sections { get; init; }

    /// <summary>Who wrote what is told here, each once, those with the most commits first.</summary>
    public ImmutableArray<Contributor> Contributors { get; init; } = [];

    /// <summary>Those of them who wrote nothing before this range; empty where nobody asked.</summary>
    public ImmutableArray<Contributor> FirstTimers { get; init; } = [];

    /// <summary>What became of every commit of the range.</summary>
    public required Accounting Accounting { get; init; }

    /// <summary>How many commits a rule keeps out.</summary>
    public int Hidden => Accounting.Hidden;

    /// <summary>How many commits say nothing a changelog can use. Those that git or a host wrote do not count.</summary>
    public int NotConventional => Accounting.NotConventional;

    public bool IsEmpty => Breaking is [] && Sections is [];

    /// <param name="commits">The newest first.</param>
    /// <param name="rules">The headings.</param>
    /// <param name="end">How the user named the last commit, which may say which of its tags is meant.</param>
    public static Changelog Of(IEnumerable<CommitRecord> commits, ImmutableArray<SectionRule> rules, string end = CommitRange.Head)
    {
        CommitRecord? last = null;
        var entries = ImmutableArray.CreateBuilder<ChangelogEntry>();
        var notConventional = 0;

        foreach (var commit in commits)
        {
            last ??= commit;

            if (ChangelogEntry.Read(commit) is { } entry)
            {
                entries.Add(entry);
            }
            else if (!commit.IsMerge && !IgnoredMessage.Is(CommitText.From("", commit.Message)))
            {
                notConventional++;
            }
        }

        return new()
        {
            Tag = last is null ? null : VersionTag(last.Tags, end),
            Date = last?.Date,
            Breaking = [.. entries.Where(entry => entry.Breaking is not [])],
            Sections =
            [
                .. rules.Select(rule => new ChangelogSection(rule.Title, [.. entries.Where(entry => SectionRule.Find(rules, entry) == rule)]))
                    .Where(section => section.Entries is not []),
            ],
            Accounting = new()
            {
                HiddenBy = ImmutableSortedDictionary<string, int>.Empty.Add("type", entries.Count(entry => entry.Breaking is [] && SectionRule.Find(rules, entry) is null)),
                NotConventional = notConventional,
            },
        };
    }

    /// <summary>The tag the user named, or the highest version.</summary>
    private static string? VersionTag(ImmutableArray<string> tags, string end)
    {
        var versions = tags.Where(tag => SemVerSyntax.IsVersion(tag)).Order(StringComparer.Ordinal).ToArray();

        // A number may be larger than NuGet's; such a version comes last.
        return versions.FirstOrDefault(tag => end == tag || end == $"tags/{tag}" || end == $"refs/tags/{tag}")
            ?? versions.MaxBy(tag => SemanticVersion.TryParse(tag.TrimStart('v'), out var version) ? version : new SemanticVersion(0, 0, 0, "0"), VersionComparer.VersionRelease);
    }
}
