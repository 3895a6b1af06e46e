using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// Finds the commits of a history that make a version: by their height, or where versions come from tags by the release on them. Only
/// commits whose version file could make it are counted at all.
/// </summary>
internal sealed class VersionLookup
{
    private readonly CommitHistory _history;
    private readonly VersionQuery _query;

    /// <summary>For each state of the version files what it says.</summary>
    private readonly ImmutableArray<VersionOptions?> _options;

    /// <summary>The same, where its commits have a height by which they could make the version.</summary>
    private readonly ImmutableArray<VersionOptions?> _states;

    /// <exception cref="ReleaseException">RT1073: the clone does not hold all of the history.</exception>
    public VersionLookup(CommitHistory history, VersionQuery query)
    {
        if (history.Graph.FirstCut is >= 0 and var cut)
        {
            throw new ReleaseException(LookupDiagnostics.CutHistory(history.Graph.Id(cut)));
        }

        _history = history;
        _query = query;
        _options = [.. history.FileSets.Select(files => files.Files is [] ? VersionOptions.Default : VersionFiles.ReadOld(files))];
        _states = [.. _options.Select(options => options is { Scheme: VersionScheme.Height } && query.MayComeFrom(options) ? options : null)];
    }

    /// <summary>The path filters by which commits must be judged before.</summary>
    public ImmutableArray<PathFilterList> Filters => [.. _states.Select(options => options?.PathFilters).OfType<PathFilterList>().Distinct()];

    /// <summary>In the history's order.</summary>
    public IEnumerable<MadeVersion> Find(VersionAnswers answers)
    {
        var heights = new HeightEngine(_history, _states, answers);
        var tags = answers.Tags.ToLookup(tag => _history.Graph.Find(tag.Commit));

        for (var commit = 0; commit < _history.Graph.Count; commit++)
        {
            if (Made(commit, heights, tags[commit]) is { } made && _query.Names(made))
            {
                yield return made;
            }
        }
    }

    /// <summary>Of several releases on a commit it is the highest that makes its version.</summary>
    private MadeVersion? Made(int commit, HeightEngine heights, IEnumerable<GitTag> tags) => (_states[_history.States[commit]], _options[_history.States[commit]]) switch
    {
        ({ } counted, _) => Made(commit, heights, counted),
        (_, { Scheme: VersionScheme.Tags } options) => ReleaseTag.Select(tags, options.Tags.Prefix).MaxBy(release => release.Version) is { } release ? MadeVersion.Of(release, options) : null,
        _ => null,
    };

    private MadeVersion? Made(int commit, HeightEngine heights, VersionOptions options)
    {
        var walk = options.Version!.HeightPosition == HeightPosition.None ? HeightWalk.None(_history.Graph) : heights.Walk(commit);
        var named = options.CommitInVersion == CommitInVersion.LastCounted ? walk.LastCounted ?? commit : commit;
        return MadeVersion.Of(_history.Graph.Id(commit), options, walk.Height, _history.Graph.Id(named));
    }
}
