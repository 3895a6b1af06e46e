using ReleaseTools.Changelog;
using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Releasing;

/// <summary>The commits that call for nothing because they were reverted, or are such reverts, as the changelog sees it.</summary>
internal static class RevertedCommits
{
    /// <param name="commits">A range, the newest first.</param>
    /// <returns>Those that do not count, and why.</returns>
    public static IReadOnlyDictionary<CommitId, string> Find(IReadOnlyList<CommitRecord> commits)
    {
        var reverting = commits.Select(commit => (commit, Notes: RevertNote.In(commit.Message))).Where(one => one.Notes is not []).ToArray();

        if (reverting is [])
        {
            return new Dictionary<CommitId, string>();
        }

        var (graph, numbers) = RecordGraph.Of(commits);
        var indices = numbers.Select((number, index) => (number, index)).ToDictionary(one => one.number, one => one.index);
        var range = new RevertRange(graph, numbers, indices.ContainsKey, number => PullRequestMark.Find(HeaderOf(commits[indices[number]])), number => HeaderOf(commits[indices[number]]));

        return Reverts.Find(range, reverting.Select(one => new RevertingCommit(graph.Find(one.commit.Id), one.Notes, SaysMore(one.commit))))
            .ToDictionary(one => graph.Id(one.Key), one => one.Value);
    }

    private static bool SaysMore(CommitRecord commit) => CommitReading.Read(commit.Id, commit.Message, isMerge: commit.IsMerge).SaysMoreThanRevert || ReleaseAs.IsIn(commit);

    private static string HeaderOf(CommitRecord commit) => commit.Message.TrimStart('\r', '\n').Split('\n', 2)[0];
}
