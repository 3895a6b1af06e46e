using System.Collections.Immutable;

namespace ReleaseTools.Versioning;

/// <summary>A search for the release a version follows: every end it came to, and the way there.</summary>
/// <param name="ends">In the order they were reached.</param>
/// <param name="cameFrom">For each commit that was visited the one it was reached from; of the first commit itself.</param>
internal sealed class TagWalk(ImmutableArray<TagFinding> ends, int[] cameFrom)
{
    public ImmutableArray<TagFinding> Ends { get; } = ends;

    /// <summary>The highest version; of equal ones the first that was reached.</summary>
    public TagFinding Found { get; } = ends.MaxBy(end => end.Version)!;

    /// <summary>From the first commit down to the one found, both included.</summary>
    public IEnumerable<int> Path()
    {
        var path = new Stack<int>([Found.Commit]);

        while (path.Peek() != 0)
        {
            path.Push(cameFrom[path.Peek()]);
        }

        return path;
    }
}
