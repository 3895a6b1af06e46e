using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>What was found for <see cref="VersionQuestions"/>.</summary>
/// <param name="Relevant">For each list of filters, the commits that count.</param>
/// <param name="ShortIds">The shortest unique abbreviations of commits, where they were asked for.</param>
/// <param name="Tags">The repository's tags in the order of their names; none where they were not asked for.</param>
internal sealed record VersionAnswers(FrozenDictionary<PathFilterList, FrozenSet<CommitId>> Relevant, FrozenDictionary<CommitId, string> ShortIds, ImmutableArray<GitTag> Tags)
{
    public static VersionAnswers None { get; } = new(FrozenDictionary<PathFilterList, FrozenSet<CommitId>>.Empty, FrozenDictionary<CommitId, string>.Empty, Tags: []);
}
