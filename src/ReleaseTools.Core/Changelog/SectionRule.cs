using System.Collections.Immutable;
using ReleaseTools.Changelog.Hosted;

namespace ReleaseTools.Changelog;

/// <summary>Which commits stand under a heading. A type under no heading is hidden.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Types">The types of commits; <see cref="Others"/> for those no heading names, <see cref="Breaks"/> for the place of what breaks.</param>
internal sealed record SectionRule(string Title, params ImmutableArray<string> Types)
{
    /// <summary>Takes every type that no other heading names.</summary>
    public const string Others = "*";

    /// <summary>Not a type: where what breaks is told, and under which heading.</summary>
    public const string Breaks = "breaking";

    /// <summary>Whether its commits are left out, which keeps them from <see cref="Others"/> too.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The pull requests that stand here, in the words of the site; none where only types decide.</summary>
    public ImmutableArray<PullRequestRule> PullRequests { get; init; } = [];

    /// <summary>The types that do not stand here even where it takes all others.</summary>
    public ImmutableArray<string> ExceptTypes { get; init; } = [];

    public bool IsForBreaking => Types.Contains(Breaks);

    /// <summary>The heading that entries of a type stand under, or null where they are left out.</summary>
    public static SectionRule? Find(ImmutableArray<SectionRule> rules, string type) =>
        (rules.FirstOrDefault(rule => rule.Types.Contains(type)) ?? rules.FirstOrDefault(rule => rule.Types.Contains(Others))) is { IsHidden: false } found ? found : null;
}
