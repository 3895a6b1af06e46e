using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>The titles of a release's merges that speak for commits which say nothing themselves.</summary>
internal sealed class SpokenTitles
{
    private readonly ChangelogHistory _history;
    private readonly IReadOnlyDictionary<int, List<int>> _brought;

    /// <param name="history">Where the commits are from.</param>
    /// <param name="span">The release.</param>
    /// <param name="contains">Whether a commit is in it.</param>
    public SpokenTitles(ChangelogHistory history, ReleaseSpan span, Func<int, bool> contains)
    {
        _history = history;
        var merges = span.Commits.Where(number => history[number].Reading.MayHaveTitle).ToArray();

        _brought = merges is [] ? FrozenDictionary<int, List<int>>.Empty
            : MergeTitles.Find(history.Graph, history.Places, contains, merges, number => history[number].Reading.Entries is not [], number => history[number].Reading.Title is not []);
    }

    /// <summary>What a merge speaks for; empty where it does not.</summary>
    public IEnumerable<int> BroughtBy(int merge) => _brought.TryGetValue(merge, out var brought) ? brought : [];

    /// <summary>What the title says, or null where nobody needs it. By those whose work it is: whoever merged it only pressed a button.</summary>
    public ImmutableArray<ChangelogEntry>? Find(int merge)
    {
        if (!_brought.TryGetValue(merge, out var brought))
        {
            return null;
        }

        var authors = brought is [] ? _history[merge].Reading.Authors : [.. brought.SelectMany(number => _history[number].Reading.Authors).Distinct()];
        return [.. _history[merge].Reading.Title.Select(entry => entry with { Authors = authors })];
    }
}
