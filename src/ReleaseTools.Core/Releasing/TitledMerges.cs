using System.Collections.Immutable;
using ReleaseTools.Changelog;
using ReleaseTools.Git;

namespace ReleaseTools.Releasing;

/// <summary>The merges whose titles call for a release, as nothing does that they brought: the changelog's view of them.</summary>
internal static class TitledMerges
{
    /// <param name="commits">A range, the newest first.</param>
    /// <returns>Each with what it brought.</returns>
    public static IReadOnlyDictionary<CommitId, ImmutableArray<CommitId>> Find(IReadOnlyList<CommitRecord> commits)
    {
        var titled = commits.Where(commit => commit.IsMerge && Reading(commit).MayHaveTitle).Select(commit => commit.Id).ToHashSet();

        if (titled.Count == 0)
        {
            return ImmutableDictionary<CommitId, ImmutableArray<CommitId>>.Empty;
        }

        var (graph, numbers) = RecordGraph.Of(commits);
        var order = CommitOrder.Of(graph, numbers);
        var records = commits.ToDictionary(commit => graph.Find(commit.Id));

        var merges = order.Where(number => titled.Contains(graph.Id(number)));
        return MergeTitles.Find(graph, CommitDifference.Places(graph, order), records.ContainsKey, merges, number => Reading(records[number]).Entries is not [], number => Reading(records[number]).Title is not [])
            .ToDictionary(one => graph.Id(one.Key), one => one.Value.Select(graph.Id).ToImmutableArray());
    }

    private static CommitReading Reading(CommitRecord commit) => CommitReading.Read(commit.Id, commit.Message, isMerge: commit.IsMerge);
}
