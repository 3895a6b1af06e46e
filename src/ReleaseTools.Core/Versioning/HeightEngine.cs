using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// Counts version heights as Nerdbank.GitVersioning 3.10 does: the commits on the longest path from a commit down to the one that set
/// its version, both included. A parent belongs to the path while its version does not restart the height, and a commit counts unless
/// the path filters of its own version file say otherwise. One count serves all commits of a history, each for its own version:
/// versions that count towards each other form groups (<see cref="VersionSpec.CountsTowards"/> compares one key), so what a parent has
/// counted for itself is what it adds.
/// </summary>
internal sealed class HeightEngine
{
    private readonly CommitHistory _history;
    private readonly VersionAnswers _answers;
    private readonly ImmutableArray<VersionOptions?> _states;
    private readonly CiWord? _ci;
    private readonly int[] _groups;
    private readonly int[] _heights;

    /// <summary>For each commit the newest on its path that counted, or <see cref="HeightWalk.OffPath"/>.</summary>
    private readonly int[] _lastCounted;

    /// <param name="history">The commits, with the version files they hold.</param>
    /// <param name="states">For each state of the version files what it says; null where its commits belong to no path.</param>
    /// <param name="answers">Which commits count under which path filters.</param>
    /// <param name="ci">What CI says, for the advice where the clone is cut off.</param>
    public HeightEngine(CommitHistory history, ImmutableArray<VersionOptions?> states, VersionAnswers answers, CiWord? ci = null)
    {
        _history = history;
        _answers = answers;
        _states = states;
        _ci = ci;
        _groups = Group(states);
        _heights = new int[history.Graph.Count];
        _lastCounted = new int[history.Graph.Count];
        Array.Fill(_heights, HeightWalk.OffPath);
    }

    /// <summary>Counts from the history's first commit, for the version it holds.</summary>
    /// <exception cref="ReleaseException">RT1006: the path leaves what a shallow clone holds.</exception>
    public static HeightWalk Walk(CommitHistory history, VersionAnswers answers, VersionSpec version, CiWord? ci)
    {
        if (version.HeightPosition == HeightPosition.None)
        {
            return HeightWalk.None(history.Graph);
        }

        var states = history.FileSets.Select(VersionFiles.ReadOld).Select(options => options?.Version?.CountsTowards(version) ?? false ? options : null);
        return new HeightEngine(history, [.. states], answers, ci).Walk(0);
    }

    /// <summary>Counts from a commit whose state is given.</summary>
    /// <exception cref="ReleaseException">RT1006: the path leaves what a shallow clone holds.</exception>
    public HeightWalk Walk(int commit)
    {
        // Depth first without recursion: histories are deeper than stacks.
        var open = new Stack<int>([commit]);

        while (open.TryPeek(out var current))
        {
            if (_heights[current] == HeightWalk.OffPath)
            {
                if (OpenParents(current, open, out var next))
                {
                    continue;
                }

                var counts = IsRelevant(current);
                _heights[current] = (next is { } path ? _heights[path] : 0) + (counts ? 1 : 0);
                _lastCounted[current] = counts ? current : next is { } last ? _lastCounted[last] : HeightWalk.OffPath;
            }

            open.Pop();
        }

        return new(_history.Graph, _heights, commit, _lastCounted[commit], IsOnPath);
    }

    /// <summary>Opens the parents that must be counted first; false when all are, and then the one the path goes on to: the highest, the first of equals.</summary>
    private bool OpenParents(int commit, Stack<int> open, out int? next)
    {
        next = null;

        if (_history.Graph.IsCut(commit))
        {
            throw new ReleaseException(VersionDiagnostics.ShallowClone(_history.Graph.Id(commit), _history.Graph.Count, _ci?.WholeHistory));
        }

        var before = open.Count;

        foreach (var parent in _history.Graph.Parents(commit))
        {
            if (!IsOnPath(commit, parent))
            {
                continue;
            }

            if (_heights[parent] == HeightWalk.OffPath)
            {
                open.Push(parent);
            }
            else if (next is not { } best || _heights[parent] > _heights[best])
            {
                next = parent;
            }
        }

        return open.Count > before;
    }

    private bool IsOnPath(int commit, int parent) => _groups[_history.States[parent]] == _groups[_history.States[commit]];

    private bool IsRelevant(int commit) =>
        _states[_history.States[commit]]?.PathFilters is not { } filters || _answers.Relevant[filters].Contains(_history.Graph.Id(commit));

    /// <summary>States whose versions count towards each other have the same number, that of the first of them; one that belongs to no path has its own.</summary>
    private static int[] Group(ImmutableArray<VersionOptions?> states)
    {
        var firsts = new List<int>();
        var groups = new int[states.Length];

        for (var state = 0; state < groups.Length; state++)
        {
            groups[state] = state;

            if (states[state]?.Version is not { } version)
            {
                continue;
            }

            if (firsts.FindIndex(first => states[first]!.Version!.CountsTowards(version)) is >= 0 and var known)
            {
                groups[state] = firsts[known];
            }
            else
            {
                firsts.Add(state);
            }
        }

        return groups;
    }
}
