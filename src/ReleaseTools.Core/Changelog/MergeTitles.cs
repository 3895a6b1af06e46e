using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>The merges that speak for what they brought: where the title of a pull request is conventional, and none of its commits is.</summary>
internal static class MergeTitles
{
    /// <param name="graph">The history.</param>
    /// <param name="places">Of the commits of the range: see <see cref="CommitDifference"/>.</param>
    /// <param name="merges">Those that have such a title, the newest first.</param>
    /// <param name="speaks">Whether a commit says something itself.</param>
    /// <returns>Each with what it brought, the newest first.</returns>
    public static IReadOnlyDictionary<int, List<int>> Find(CommitGraph graph, int[] places, IEnumerable<int> merges, Func<int, bool> speaks)
    {
        var found = new Dictionary<int, List<int>>();

        // The oldest first: a merge within what another one brought may speak already.
        foreach (var merge in merges.Reverse())
        {
            var parents = graph.Parents(merge);
            var brought = CommitDifference.Of(graph, places, parents[1..], parents[..1]);

            if (!brought.Any(commit => found.ContainsKey(commit) || speaks(commit)))
            {
                found.Add(merge, brought);
            }
        }

        return found;
    }
}
