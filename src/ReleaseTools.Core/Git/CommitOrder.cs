using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>An order in which no commit stands before one that is built on it.</summary>
internal static class CommitOrder
{
    /// <summary>The commits in the order they have, but each moved behind those that are built on it, whatever its clock said.</summary>
    /// <param name="graph">How they hang together.</param>
    /// <param name="commits">Their numbers.</param>
    public static ImmutableArray<int> Of(CommitGraph graph, IReadOnlyList<int> commits)
    {
        var children = new int[graph.Count];
        var places = new int[graph.Count];
        Array.Fill(places, -1);

        for (var place = 0; place < commits.Count; place++)
        {
            places[commits[place]] = place;

            foreach (var parent in graph.Parents(commits[place]))
            {
                children[parent]++;
            }
        }

        var open = new PriorityQueue<int, int>(commits.Where(commit => children[commit] == 0).Select(commit => (commit, places[commit])));
        var ordered = ImmutableArray.CreateBuilder<int>(commits.Count);

        while (open.TryDequeue(out var commit, out _))
        {
            ordered.Add(commit);

            foreach (var parent in graph.Parents(commit))
            {
                if (--children[parent] == 0 && places[parent] >= 0)
                {
                    open.Enqueue(parent, places[parent]);
                }
            }
        }

        return ordered.DrainToImmutable();
    }
}
