using System.Collections.Immutable;

namespace ReleaseTools.Versioning;

/// <summary>What must be looked up besides, because version.json asks for it; most files ask for nothing.</summary>
/// <param name="Filters">Filters by which commits of this history are judged.</param>
/// <param name="ShortestId">The least number of digits of the commit's shortest unique abbreviation; 0 where none is wanted.</param>
/// <param name="WantsTags">Whether the version comes from tags.</param>
internal sealed record VersionQuestions(ImmutableArray<PathFilterList> Filters, int ShortestId, bool WantsTags)
{
    /// <summary>Reads the questions off the facts. Pure: asking again gives the same.</summary>
    public static VersionQuestions From(VersionFacts facts)
    {
        var versions = facts.History?.FileSets.Select(VersionFiles.ReadOld) ?? [];
        var head = VersionFiles.ReadOld(facts.CommittedFiles);
        var working = facts.Head.IsCheckedOut ? VersionFiles.ReadOld(facts.WorkingFiles) : null;
        var wantsTags = ((facts.Head.IsCheckedOut ? working : head) ?? VersionOptions.Default).Scheme == VersionScheme.Tags;
        var judging = wantsTags ? [head] : head?.Version is { } version ? versions.Where(options => options?.Version?.CountsTowards(version) ?? false) : [];

        return new(
            [.. judging.Select(options => options?.PathFilters).OfType<PathFilterList>().Distinct()],
            (head ?? working)?.GitCommitIdShortAutoMinimum ?? 0,
            wantsTags);
    }
}
