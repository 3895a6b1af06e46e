using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>Finds the commits that make a version, in everything that HEAD, a branch or a tag leads to.</summary>
internal static class CommitFinder
{
    private const int Fields = 3;

    /// <param name="repository">Opened at the folder whose version it is.</param>
    /// <param name="query">The version.</param>
    /// <returns>The newest first.</returns>
    /// <exception cref="ReleaseException">RT1010: there is no commit. RT1073: the clone is shallow.</exception>
    public static ImmutableArray<FoundCommit> Find(GitRepository repository, VersionQuery query)
    {
        var lookup = new VersionLookup(repository.ReadWholeHistory(VersionReader.PathsFor(repository)), query);
        var answers = VersionAnswers.None with { Relevant = lookup.Filters.ToFrozenDictionary(filters => filters, repository.FindRelevant), Tags = repository.ReadTags() };
        return Describe(repository, [.. lookup.Find(answers)]);
    }

    private static ImmutableArray<FoundCommit> Describe(GitRepository repository, ImmutableArray<MadeVersion> made)
    {
        var texts = CommitLog.Read(repository.Git, [.. made.Select(version => version.Commit)], "--no-patch", "--format=%H%x00%cI%x00%s").Chunk(Fields).ToDictionary(fields => fields[0]);
        return [.. made.Select(version => new FoundCommit(version, LogFields.Date(texts[version.Commit.Hash][1]), texts[version.Commit.Hash][2]))];
    }
}
