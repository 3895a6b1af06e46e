using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>Which commits bring nothing new, because the release before had the same change on another way.</summary>
internal static class ReleasedChanges
{
    /// <summary>Those commits, each with the one that was released and what tells that they are the same.</summary>
    /// <param name="history">Where they are from.</param>
    /// <param name="commits">Those that are not built on the last release.</param>
    /// <param name="released">What was in it and they did not have.</param>
    /// <param name="patches">The patch ids of those that could be the same.</param>
    public static IEnumerable<(int Commit, int Released, string Why)> Find(ChangelogHistory history, IEnumerable<int> commits, ImmutableArray<int> released, FrozenDictionary<CommitId, string> patches)
    {
        var byKey = new Dictionary<(string Kind, string Value), int>();

        foreach (var one in released)
        {
            foreach (var key in SameChanges.Keys(history, one, patches))
            {
                byKey.TryAdd(key, one);
            }
        }

        foreach (var commit in commits)
        {
            if (Match(commit) is var (same, why) && SaysNoMore(history[commit].Reading, history[same].Reading))
            {
                yield return (commit, same, why);
            }
        }

        (int Released, string Why)? Match(int commit)
        {
            if (history[commit].Reading.Origin is { } origin && history.Graph.Find(new(origin)) is >= 0 and var original && released.Contains(original))
            {
                return (original, SameChanges.Pick);
            }

            foreach (var key in SameChanges.Keys(history, commit, patches).Prepend((SameChanges.Pick, history.Id(commit).Hash)))
            {
                if (byKey.TryGetValue(key, out var same))
                {
                    return (same, key.Item1);
                }
            }

            return null;
        }
    }

    /// <summary>What a pick breaks that was not said of the original is told.</summary>
    private static bool SaysNoMore(CommitReading commit, CommitReading released) =>
        commit.Entries.SelectMany(entry => entry.Breaking).All(released.Entries.SelectMany(entry => entry.Breaking).Contains);
}
