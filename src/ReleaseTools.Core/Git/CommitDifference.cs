using System.Buffers;

namespace ReleaseTools.Git;

/// <summary>The commits behind some that are not behind others, as <c>git rev-list A ^B</c> has them, found without walking the rest.</summary>
internal static class CommitDifference
{
    /// <summary>For what is known of each commit while its walk lasts. Every array here is all zeros, so a walk costs no more than the commits it meets.</summary>
    private static readonly ArrayPool<Known> Clean = ArrayPool<Known>.Create(int.MaxValue, maxArraysPerBucket: 4);

    private enum Known : byte
    {
        Nothing,
        Wanted,
        LeftOut,
    }

    /// <param name="graph">The history.</param>
    /// <param name="places">For each commit its place in an order in which none stands before one that is built on it; -1 for one that does not count.</param>
    /// <param name="tips">They and what is behind them.</param>
    /// <param name="without">They and what is behind them is left out.</param>
    /// <returns>The newest first.</returns>
    public static List<int> Of(CommitGraph graph, int[] places, ReadOnlySpan<int> tips, ReadOnlySpan<int> without)
    {
        var found = new List<int>();
        var known = Clean.Rent(graph.Count);
        var met = new List<int>();
        var open = new PriorityQueue<int, int>();
        var wanted = 0;

        foreach (var commit in without)
        {
            Meet(commit, leaveOut: true);
        }

        foreach (var commit in tips)
        {
            Meet(commit, leaveOut: false);
        }

        while (wanted > 0 && open.TryDequeue(out var commit, out _))
        {
            var leaveOut = known[commit] == Known.LeftOut;

            if (!leaveOut)
            {
                found.Add(commit);
                wanted--;
            }

            foreach (var parent in graph.Parents(commit))
            {
                Meet(parent, leaveOut);
            }
        }

        foreach (var commit in met)
        {
            known[commit] = Known.Nothing;
        }

        Clean.Return(known);
        return found;

        // A commit waits until all that is built on it has been met, so what is known of it can only change while it waits.
        void Meet(int commit, bool leaveOut)
        {
            if (places[commit] < 0)
            {
                return;
            }

            if (known[commit] == Known.Nothing)
            {
                known[commit] = leaveOut ? Known.LeftOut : Known.Wanted;
                met.Add(commit);
                open.Enqueue(commit, places[commit]);
                wanted += leaveOut ? 0 : 1;
            }
            else if (leaveOut && known[commit] == Known.Wanted)
            {
                known[commit] = Known.LeftOut;
                wanted--;
            }
        }
    }

    /// <summary>The places of commits in an order; -1 for those that are not in it.</summary>
    public static int[] Places(CommitGraph graph, IReadOnlyList<int> order)
    {
        var places = new int[graph.Count];
        Array.Fill(places, -1);

        for (var place = 0; place < order.Count; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}
