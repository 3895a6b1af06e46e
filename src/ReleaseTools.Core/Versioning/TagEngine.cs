using System.Collections.Frozen;
using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// Finds the release a version follows, as MinVer does: down all paths, the first parent's first, each commit once; a release ends its
/// path, and so does a commit without parents. Of all ends the highest version counts, and of equal ones the first that was reached.
/// The height is the way to it on the path that reached it, which need be neither the shortest nor the longest.
/// </summary>
internal static class TagEngine
{
    private const int Unvisited = -1;

    /// <param name="graph">The history; its first commit is where the walk begins.</param>
    /// <param name="tags">The releases, in the order of their names.</param>
    /// <param name="noRelease">The version of a path without a release.</param>
    /// <param name="relevant">The commits that count towards the height; null where all do.</param>
    /// <param name="ci">What CI says, for the advice where the clone is cut off.</param>
    /// <exception cref="ReleaseException">RT1020: a path leaves what a shallow clone holds.</exception>
    public static TagWalk Walk(CommitGraph graph, ImmutableArray<ReleaseTag> tags, SemanticVersion noRelease, FrozenSet<CommitId>? relevant, CiWord? ci = null)
    {
        var highest = HighestByCommit(graph, tags);
        var cameFrom = new int[graph.Count];
        Array.Fill(cameFrom, Unvisited);
        var open = new Stack<(int Commit, int Child, int Height)>([(0, 0, 0)]);
        var ends = ImmutableArray.CreateBuilder<TagFinding>();

        while (open.TryPop(out var next))
        {
            var (commit, child, height) = next;

            if (cameFrom[commit] != Unvisited)
            {
                continue;
            }

            cameFrom[commit] = child;

            if (highest.TryGetValue(commit, out var tag))
            {
                ends.Add(new(tag, tag.Version, commit, height));
            }
            else if (graph.IsCut(commit))
            {
                throw new ReleaseException(VersionDiagnostics.ShallowTags(graph.Id(commit), ci?.WholeHistory));
            }
            else if (graph.Parents(commit) is [])
            {
                ends.Add(new(null, noRelease, commit, height));
            }
            else
            {
                Open(graph.Parents(commit), commit, height + (relevant?.Contains(graph.Id(commit)) ?? true ? 1 : 0), open);
            }
        }

        return new(ends.ToImmutable(), cameFrom);
    }

    /// <summary>The first parent on top.</summary>
    private static void Open(ReadOnlySpan<int> parents, int child, int height, Stack<(int Commit, int Child, int Height)> open)
    {
        for (var i = parents.Length - 1; i >= 0; i--)
        {
            open.Push((parents[i], child, height));
        }
    }

    /// <summary>Of several releases on a commit only the highest can count, and of equal ones the first by name.</summary>
    private static Dictionary<int, ReleaseTag> HighestByCommit(CommitGraph graph, ImmutableArray<ReleaseTag> tags)
    {
        var highest = new Dictionary<int, ReleaseTag>();

        foreach (var tag in tags)
        {
            var commit = graph.Find(tag.Commit);

            if (commit >= 0 && (!highest.TryGetValue(commit, out var other) || tag.Version.CompareTo(other.Version) > 0))
            {
                highest[commit] = tag;
            }
        }

        return highest;
    }
}
