using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>Where a shallow clone is cut off.</summary>
/// <param name="Commit">The nearest commit without its parents.</param>
/// <param name="Distance">Commits from where the walk ended down to it, or null where the way there is another one.</param>
internal sealed record CutEvidence(CommitId Commit, int? Distance)
{
    public static CutEvidence? Find(CommitGraph graph, int start)
    {
        if (graph.FirstCut is not (>= 0 and var first))
        {
            return null;
        }

        var distances = new Dictionary<int, int> { [start] = 0 };
        var open = new Queue<int>([start]);

        while (open.TryDequeue(out var commit))
        {
            if (graph.IsCut(commit))
            {
                return new(graph.Id(commit), distances[commit]);
            }

            foreach (var parent in graph.Parents(commit))
            {
                if (distances.TryAdd(parent, distances[commit] + 1))
                {
                    open.Enqueue(parent);
                }
            }
        }

        return new(graph.Id(first), Distance: null);
    }
}
