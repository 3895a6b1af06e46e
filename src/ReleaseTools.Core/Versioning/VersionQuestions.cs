using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>What must be looked up besides, because version.json asks for it; most files ask for nothing.</summary>
/// <param name="Filters">Filters by which commits of this history are judged.</param>
/// <param name="ShortestId">The least number of digits of the commit's shortest unique abbreviation; 0 where none is wanted.</param>
internal sealed record VersionQuestions(ImmutableArray<PathFilterList> Filters, int ShortestId)
{
    /// <summary>Reads the questions off the facts. Pure: asking again gives the same.</summary>
    public static VersionQuestions From(VersionFacts facts)
    {
        var versions = facts.History.FileSets.Select(VersionFiles.ReadOld).ToArray();
        var head = facts.History.Commits is [] ? null : versions[facts.History.Commits[0].FileSet];
        var working = facts.Head.IsCheckedOut ? VersionFiles.ReadOld(facts.WorkingFiles) : null;

        return new(
            head?.Version is { } version
                ? [.. versions.OfType<VersionOptions>().Where(options => options.Version?.CountsTowards(version) ?? false).Select(options => options.PathFilters).OfType<PathFilterList>().Distinct()]
                : [],
            (head ?? working)?.GitCommitIdShortAutoMinimum ?? 0);
    }
}

/// <summary>What was found for <see cref="VersionQuestions"/>.</summary>
/// <param name="Relevant">For each list of filters, the commits that count.</param>
/// <param name="ShortId">The commit's shortest unique abbreviation, or null where it was not asked for.</param>
internal sealed record VersionAnswers(FrozenDictionary<PathFilterList, FrozenSet<CommitId>> Relevant, string? ShortId)
{
    public static VersionAnswers None { get; } = new(FrozenDictionary<PathFilterList, FrozenSet<CommitId>>.Empty, ShortId: null);
}
