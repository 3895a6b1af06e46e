using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Git;
using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Adapters.Git;

/// <summary>Looks up what tells people how a version came about: the messages of commits, and what they changed.</summary>
internal static class EvidenceReader
{
    private const int Fields = 4;

    /// <param name="repository">The one the facts are from.</param>
    /// <param name="facts">What the version follows from.</param>
    /// <param name="isFull">Whether every commit is looked up, and not only the first few of a kind.</param>
    public static VersionExplanation Explain(GitRepository repository, VersionFacts facts, bool isFull)
    {
        var questions = EvidenceQuestions.From(facts, isFull);
        return VersionExplanation.From(facts, new(ReadCommits(repository.Git, questions.Commits), ReadChanges(repository.Git, questions.Changes), repository.IgnoresCase));
    }

    private static FrozenDictionary<CommitId, CommitSummary> ReadCommits(GitProcess git, ImmutableArray<CommitId> commits) =>
        CommitLog.Read(git, commits, "--no-patch", "--format=%H%x00%cI%x00%an%x00%s")
            .Chunk(Fields)
            .Select(fields => new CommitSummary(new(fields[0]), LogFields.Date(fields[1]), fields[2], fields[3]))
            .ToFrozenDictionary(commit => commit.Id);

    /// <summary>Against any parent: a merge is told once for each, and its paths are put together.</summary>
    private static FrozenDictionary<CommitId, ImmutableArray<string>> ReadChanges(GitProcess git, ImmutableArray<CommitId> commits)
    {
        var paths = commits.ToDictionary(commit => commit, _ => new SortedSet<string>(StringComparer.Ordinal));
        var (current, isPath) = (new SortedSet<string>(), false);

        foreach (var record in CommitLog.Read(git, commits, "--raw", "--no-renames", "--diff-merges=separate", "--format=%H"))
        {
            if (isPath)
            {
                current.Add(record);
                isPath = false;
            }
            else if (record.TrimStart('\n') is [':', ..])
            {
                isPath = true;
            }
            else
            {
                current = paths[new(record)];
            }
        }

        return paths.ToFrozenDictionary(commit => commit.Key, commit => commit.Value.ToImmutableArray());
    }
}
