using ReleaseTools.Git;

namespace ReleaseTools.Releasing;

/// <summary>How the commits of a range hang together.</summary>
/// <param name="Graph">Of them and their parents.</param>
/// <param name="Numbers">Their numbers in it, in their own order.</param>
internal sealed record RecordGraph(CommitGraph Graph, IReadOnlyList<int> Numbers)
{
    /// <param name="commits">At least one.</param>
    public static RecordGraph Of(IReadOnlyList<CommitRecord> commits)
    {
        var builder = new CommitGraph.Builder(commits[0].Id.Hash.Length / 2);
        var numbers = new List<int>(commits.Count);

        foreach (var commit in commits)
        {
            numbers.Add(builder.Add(Convert.FromHexString(commit.Id.Hash)));

            foreach (var parent in commit.Parents)
            {
                builder.AddParent(Convert.FromHexString(parent.Hash));
            }
        }

        return new(builder.Build([]), numbers);
    }
}
