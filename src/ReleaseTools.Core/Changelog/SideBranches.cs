using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>
/// What came in beside the line of the last release: commits that are not built on it. What they bring may have been in it already, picked
/// or merged on another way, as when a maintenance branch is merged back.
/// </summary>
/// <param name="Commits">Those that say something, the newest first.</param>
/// <param name="Forks">Where they left the commits that were released, in no order.</param>
internal sealed record SideBranches(ImmutableArray<int> Commits, ImmutableArray<int> Forks)
{
    /// <summary>Null where everything is built on the last release.</summary>
    /// <param name="history">Where the commits are from.</param>
    /// <param name="commits">Those of a range, the newest first; none before one that is built on it.</param>
    /// <param name="after">The last release.</param>
    public static SideBranches? Find(ChangelogHistory history, ImmutableArray<int> commits, int after)
    {
        var inRange = new Lazy<HashSet<int>>(() => [.. commits]);
        var built = new HashSet<int>(commits.Length + 1) { after };
        var forks = ImmutableArray.CreateBuilder<int>();
        var found = ImmutableArray.CreateBuilder<int>();

        for (var place = commits.Length - 1; place >= 0; place--)
        {
            var commit = commits[place];
            var parents = history.Graph.Parents(commit);

            if (IsBuilt(parents))
            {
                built.Add(commit);
                continue;
            }

            forks.AddRange(parents.ToArray().Where(parent => !inRange.Value.Contains(parent)));

            if (history[commit].Reading.Entries is not [])
            {
                found.Add(commit);
            }
        }

        found.Reverse();
        return found is [] || forks is [] ? null : new(found.ToImmutable(), [.. forks.Distinct()]);

        bool IsBuilt(ReadOnlySpan<int> parents)
        {
            foreach (var parent in parents)
            {
                if (built.Contains(parent))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>What was released since the first of the forks, and so may be the same as something here.</summary>
    /// <param name="graph">Of all that.</param>
    /// <param name="places">Of the commits there are: see <see cref="CommitDifference"/>.</param>
    /// <param name="after">The last release.</param>
    public ImmutableArray<int> Released(CommitGraph graph, int[] places, int after)
    {
        // One that is not there is where the history was cut off, which is behind all the others.
        var first = Forks.MaxBy(fork => places[fork] < 0 ? int.MaxValue : places[fork]);
        return [.. CommitDifference.Of(graph, places, [after], [first])];
    }
}
