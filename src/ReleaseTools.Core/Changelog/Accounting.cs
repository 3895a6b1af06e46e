using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>What became of the commits of a range, in numbers that add up.</summary>
internal sealed record Accounting
{
    public static Accounting None { get; } = new();

    public int Shown { get; init; }

    /// <summary>How many commits each rule keeps out, by its name, in the order of the names.</summary>
    public ImmutableSortedDictionary<string, int> HiddenBy { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public int Merged { get; init; }

    public int Cancelled { get; init; }

    public int NotConventional { get; init; }

    /// <summary>Commit by commit, the newest first; empty where nobody asked.</summary>
    public ImmutableArray<CommitAccount> Commits { get; init; } = [];

    public int Hidden => HiddenBy.Values.Sum();

    public int Total => Shown + Hidden + Merged + Cancelled + NotConventional;
}
