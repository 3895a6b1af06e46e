using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>What was found for <see cref="VersionQuestions"/>.</summary>
/// <param name="Relevant">For each list of filters, the commits that count.</param>
/// <param name="ShortId">The commit's shortest unique abbreviation, or null where it was not asked for.</param>
/// <param name="Tags">The repository's tags in the order of their names; none where they were not asked for.</param>
internal sealed record VersionAnswers(FrozenDictionary<PathFilterList, FrozenSet<CommitId>> Relevant, string? ShortId, ImmutableArray<GitTag> Tags)
{
    public static VersionAnswers None { get; } = new(FrozenDictionary<PathFilterList, FrozenSet<CommitId>>.Empty, ShortId: null, Tags: []);
}
