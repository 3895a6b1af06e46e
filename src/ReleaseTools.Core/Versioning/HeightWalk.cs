using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// A count of the version height, and the path it went: the longest, by the first parent where several are equally long. The path is
/// read off the heights when somebody asks for it, so counting pays nothing for it.
/// </summary>
/// <param name="graph">The commits.</param>
/// <param name="heights">For each commit its height, or <see cref="OffPath"/>; empty where nothing was counted.</param>
/// <param name="start">Where the path begins.</param>
/// <param name="lastCounted">The newest commit of the path that counted, or <see cref="OffPath"/>.</param>
/// <param name="isOnPath">Whether the path may go on from a commit to this parent of it.</param>
internal sealed class HeightWalk(CommitGraph graph, int[] heights, int start, int lastCounted, Func<int, int, bool> isOnPath)
{
    /// <summary>The height of a commit that belongs to no path.</summary>
    public const int OffPath = -1;

    /// <summary>The height of the commit the path begins at.</summary>
    public int Height => heights is [] ? 0 : heights[start];

    /// <summary>The newest commit of the path that counted, or null where none did.</summary>
    public int? LastCounted => lastCounted == OffPath ? null : lastCounted;

    /// <summary>Nothing was counted, as where the version is not committed yet or leaves no place for a height.</summary>
    public static HeightWalk None(CommitGraph graph) => new(graph, [], start: 0, OffPath, (_, _) => false);

    /// <summary>The height a commit itself has, or a parent of it adds; or <see cref="OffPath"/>.</summary>
    public int HeightOf(int commit, int parent) => isOnPath(commit, parent) ? heights[parent] : OffPath;

    /// <summary>From the first commit down to the one the height begins at.</summary>
    public IEnumerable<int> Path()
    {
        for (int? next = heights is [] ? null : start; next is { } commit; next = Next(commit))
        {
            yield return commit;
        }
    }

    /// <summary>The parent the path goes on to, or null where it ends.</summary>
    public int? Next(int commit)
    {
        int? next = null;
        var highest = OffPath;

        foreach (var parent in graph.Parents(commit))
        {
            if (HeightOf(commit, parent) > highest)
            {
                next = parent;
                highest = heights[parent];
            }
        }

        return next;
    }

    /// <summary>Whether a commit of the path added to the height.</summary>
    public bool Counts(int commit) => heights[commit] > (Next(commit) is { } next ? heights[next] : 0);
}
