using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>Finds the commits of a history that make a version. Only commits whose version file could make it are counted at all.</summary>
internal sealed class VersionLookup
{
    private readonly CommitHistory _history;
    private readonly VersionQuery _query;
    private readonly VersionOptions?[] _states;

    /// <exception cref="ReleaseException">RT1073: the clone does not hold all of the history.</exception>
    public VersionLookup(CommitHistory history, VersionQuery query)
    {
        if (history.Graph.FirstCut is >= 0 and var cut)
        {
            throw new ReleaseException(LookupDiagnostics.CutHistory(history.Graph.Id(cut)));
        }

        _history = history;
        _query = query;
        _states = [.. history.FileSets.Select(VersionFiles.ReadOld).Select(options => options is not null && query.MayComeFrom(options) ? options : null)];
    }

    /// <summary>The path filters by which commits must be judged before.</summary>
    public ImmutableArray<PathFilterList> Filters => [.. _states.Select(options => options?.PathFilters).OfType<PathFilterList>().Distinct()];

    /// <summary>In the history's order.</summary>
    public IEnumerable<MadeVersion> Find(VersionAnswers answers)
    {
        var heights = new HeightTable(_history, _states, answers);

        for (var commit = 0; commit < _history.Graph.Count; commit++)
        {
            if (_states[_history.States[commit]] is { } options && MadeVersion.Of(_history.Graph.Id(commit), options, HeightOf(heights, commit, options)) is { } made && _query.Names(made))
            {
                yield return made;
            }
        }
    }

    private static int HeightOf(HeightTable heights, int commit, VersionOptions options) =>
        options.Version!.HeightPosition == HeightPosition.None ? 0 : heights.HeightOf(commit);
}
