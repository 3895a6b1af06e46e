using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>What a changelog is to hold.</summary>
/// <param name="Rules">The headings.</param>
/// <param name="ShowsOther">Whether commits that are not conventional are shown as well.</param>
/// <param name="KeepsAccounts">Whether it says of each commit what became of it.</param>
internal sealed record ChangelogWish(ImmutableArray<SectionRule> Rules, bool ShowsOther = false, bool KeepsAccounts = false)
{
    /// <summary>Whether the title of a pull request that is known takes the place of what its commit says.</summary>
    public bool PrefersTitles { get; init; }

    /// <summary>The heading of commits that are not conventional.</summary>
    public const string Other = "Other Changes";
}
