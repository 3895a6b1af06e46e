namespace ReleaseTools.Git;

/// <summary>The commits behind some that are not behind others, as <c>git rev-list A ^B</c> has them, found without walking the rest.</summary>
internal static class CommitDifference
{
    /// <param name="graph">The history.</param>
    /// <param name="places">For each commit its place in an order in which none stands before one that is built on it; -1 for one that does not count.</param>
    /// <param name="tips">They and what is behind them.</param>
    /// <param name="without">They and what is behind them is left out.</param>
    /// <returns>The newest first.</returns>
    public static List<int> Of(CommitGraph graph, int[] places, ReadOnlySpan<int> tips, ReadOnlySpan<int> without)
    {
        var found = new List<int>();
        var isLeftOut = new Dictionary<int, bool>();
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
            var leaveOut = isLeftOut[commit];

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

        return found;

        // A commit waits until all that is built on it has been met, so what is known of it can only change while it waits.
        void Meet(int commit, bool leaveOut)
        {
            if (places[commit] < 0)
            {
                return;
            }

            if (isLeftOut.TryAdd(commit, leaveOut))
            {
                open.Enqueue(commit, places[commit]);
                wanted += leaveOut ? 0 : 1;
            }
            else if (leaveOut && !isLeftOut[commit])
            {
                isLeftOut[commit] = true;
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
