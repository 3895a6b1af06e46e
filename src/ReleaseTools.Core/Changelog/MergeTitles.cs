using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>The merges that speak for what they brought: where the title of a pull request is conventional, and none of its commits is.</summary>
internal static class MergeTitles
{
    /// <param name="graph">The history.</param>
    /// <param name="places">Of its commits: see <see cref="CommitDifference"/>.</param>
    /// <param name="contains">Whether a commit is in the range.</param>
    /// <param name="merges">Those that may have such a title, the newest first.</param>
    /// <param name="speaks">Whether a commit says something itself.</param>
    /// <param name="hasTitle">Whether a merge has one.</param>
    /// <returns>Each with what it brought, the newest first.</returns>
    public static IReadOnlyDictionary<int, List<int>> Find(CommitGraph graph, int[] places, Func<int, bool> contains, IEnumerable<int> merges, Func<int, bool> speaks, Func<int, bool> hasTitle)
    {
        var found = new Dictionary<int, List<int>>();

        // The oldest first: a merge within what another one brought may speak already.
        foreach (var merge in merges.Reverse())
        {
            var parents = graph.Parents(merge);

            // Most often the last commit says something already, and the others need not be found.
            if (parents.Length > 1 && contains(parents[1]) && speaks(parents[1]))
            {
                continue;
            }

            var brought = CommitDifference.Of(graph, places, parents[1..], parents[..1]).FindAll(commit => contains(commit));

            // What was released already brings nothing.
            if (brought.Count > 0 && !brought.Any(commit => found.ContainsKey(commit) || speaks(commit)) && hasTitle(merge))
            {
                found.Add(merge, brought);
            }
        }

        return found;
    }
}
