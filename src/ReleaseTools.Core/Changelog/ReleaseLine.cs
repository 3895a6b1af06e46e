using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Changelog;

/// <summary>
/// The releases of a history, and which of them follow each other. A release follows the nearest one behind it; of several that no one of
/// them has behind it, the highest. A finished release looks past prereleases. What is not behind a commit is of another line.
/// </summary>
internal sealed class ReleaseLine
{
    private readonly CommitGraph _graph;
    private readonly ImmutableArray<int> _order;
    private readonly ILookup<int, ReleaseTag> _releases;
    private readonly int[] _places;

    /// <summary>For each commit the last walk that came by.</summary>
    private readonly int[] _walks;
    private int _walk;

    /// <param name="graph">The history.</param>
    /// <param name="order">All of its commits, the newest first; none before one that is built on it.</param>
    /// <param name="releases">Those of one component.</param>
    public ReleaseLine(CommitGraph graph, ImmutableArray<int> order, IEnumerable<ReleaseTag> releases)
    {
        _graph = graph;
        _order = order;
        _releases = releases.Select(release => (release, Number: graph.Find(release.Commit))).Where(one => one.Number >= 0).ToLookup(one => one.Number, one => one.release);
        _places = CommitDifference.Places(graph, order);
        _walks = new int[graph.Count];
    }

    /// <summary>A history whose commits are in the order of their numbers, or nearly so.</summary>
    public static ReleaseLine Of(CommitGraph graph, IEnumerable<ReleaseTag> releases) => new(graph, CommitOrder.Of(graph, [.. Enumerable.Range(0, graph.Count)]), releases);

    /// <summary>Whether no commit leads here.</summary>
    public bool IsEmpty => _order is [];

    /// <summary>The release on a commit, of several the highest; null where there is none.</summary>
    public ReleaseTag? On(int commit) => _releases[commit].MaxBy(release => release.Version);

    /// <summary>The release that what is not released yet follows: the one on the commit itself, or else behind it.</summary>
    /// <param name="commit">The last commit.</param>
    /// <param name="version">The version it will have; one that is finished looks past its prereleases here as it will when it has its tag.</param>
    public ReleaseTag? Last(int commit, SemanticVersion? version) =>
        version is null or { IsPrerelease: true } ? On(commit) ?? Before(commit, version: null)
        : _releases[commit].Where(release => !release.Version.IsPrerelease).MaxBy(release => release.Version) ?? Before(commit, version);

    /// <summary>The release a commit follows, or null where it leads to the first.</summary>
    /// <param name="commit">Its own tags do not count.</param>
    /// <param name="version">Its version; null where it has none yet, and then a prerelease counts.</param>
    public ReleaseTag? Before(int commit, SemanticVersion? version)
    {
        // Where the numbers begin anew, none is lower.
        return (version is null ? null : Nearest(commit, release => Counts(release) && release.Version < version)) ?? Nearest(commit, Counts);

        bool Counts(ReleaseTag release) => version is null or { IsPrerelease: true } || !release.Version.IsPrerelease;
    }

    /// <summary>The whole history: what is unreleased first, then the newest release. Each has the commits that the one before it in its line has not.</summary>
    public ImmutableArray<ReleaseSpan> Spans()
    {
        var told = new bool[_graph.Count];
        var spans = new List<(int Place, ReleaseSpan Span)>();

        // Finished releases come first: what was in their prereleases is told with them.
        foreach (var isPrerelease in new[] { false, true })
        {
            var commits = _releases
                .Select(group => (Commit: group.Key, Release: group.Where(release => release.Version.IsPrerelease == isPrerelease).MaxBy(release => release.Version)))
                .Where(one => one.Release is not null)
                .OrderByDescending(one => _places[one.Commit]);

            foreach (var (commit, release) in commits)
            {
                if (!told[commit])
                {
                    Mark(commit, told);
                    spans.Add((_places[commit], Span(commit, Before(commit, release!.Version)) with { Tag = release.Name, Version = release.Version }));
                }
            }
        }

        ReleaseSpan[] unreleased = _order is [var head, ..] && !told[head] ? [Span(head, Before(head, null))] : [];
        return [.. unreleased, .. spans.OrderBy(one => one.Place).Select(one => one.Span)];
    }

    private ReleaseSpan Span(int commit, ReleaseTag? previous)
    {
        var after = previous is null ? CommitNames.Unknown : _graph.Find(previous.Commit);
        return new() { Commits = [.. CommitDifference.Of(_graph, _places, [commit], previous is null ? [] : [after])], After = previous is null ? null : after, Previous = previous?.Name };
    }

    private ReleaseTag? Nearest(int commit, Func<ReleaseTag, bool> counts)
    {
        var reached = Reached(commit, counts);
        return (reached.Count < 2 ? reached.Keys : reached.Keys.Except(Behind(reached.Keys))).Select(number => reached[number]).MaxBy(release => release.Version);
    }

    /// <summary>The first release on each way down, the highest of its commit.</summary>
    private Dictionary<int, ReleaseTag> Reached(int commit, Func<ReleaseTag, bool> counts)
    {
        var reached = new Dictionary<int, ReleaseTag>();
        var open = new Stack<int>([commit]);
        _walk++;

        while (open.TryPop(out var next))
        {
            if (next != commit && _releases.Contains(next) && _releases[next].Where(counts).MaxBy(release => release.Version) is { } release)
            {
                reached.Add(next, release);
                continue;
            }

            foreach (var parent in _graph.Parents(next))
            {
                if (IsNew(parent))
                {
                    open.Push(parent);
                }
            }
        }

        return reached;
    }

    /// <summary>Those of some commits that another one of them has behind it.</summary>
    private IEnumerable<int> Behind(IReadOnlyCollection<int> commits)
    {
        var last = commits.Max(commit => _places[commit]);
        var open = new Stack<int>(commits);
        _walk++;

        while (open.TryPop(out var next))
        {
            foreach (var parent in _graph.Parents(next))
            {
                if (_places[parent] <= last && IsNew(parent))
                {
                    open.Push(parent);
                }
            }
        }

        return [.. commits.Where(commit => _walks[commit] == _walk)];
    }

    /// <summary>Whether this walk has not been at a commit yet.</summary>
    private bool IsNew(int commit)
    {
        var isNew = _walks[commit] != _walk;
        _walks[commit] = _walk;
        return isNew;
    }

    /// <summary>Marks a commit and everything behind it.</summary>
    private void Mark(int commit, bool[] marked)
    {
        var open = new Stack<int>([commit]);

        while (open.TryPop(out var next))
        {
            if (!marked[next])
            {
                marked[next] = true;

                foreach (var parent in _graph.Parents(next))
                {
                    open.Push(parent);
                }
            }
        }
    }
}
