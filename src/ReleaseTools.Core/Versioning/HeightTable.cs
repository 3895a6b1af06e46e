using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// The version height of many commits of a history, each for its own version, in one pass. It is one number for each commit: commits
/// on a path to another all count towards each other's versions (<see cref="VersionSpec.CountsTowards"/> compares one key, so it sorts
/// versions into groups), and so a parent's own height is the height it adds.
/// </summary>
/// <param name="history">All commits, none of them cut off.</param>
/// <param name="states">For each state of the version files what it says; null where its commits are not asked for.</param>
/// <param name="answers">Which commits count under which path filters.</param>
internal sealed class HeightTable(CommitHistory history, VersionOptions?[] states, VersionAnswers answers)
{
    private const int NotCounted = -1;

    private readonly int[] _groups = Group(states);
    private readonly int[] _heights = [.. Enumerable.Repeat(NotCounted, history.Graph.Count)];

    public int HeightOf(int commit)
    {
        var open = new Stack<int>([commit]);

        while (open.TryPeek(out var current))
        {
            if (_heights[current] == NotCounted)
            {
                if (OpenParents(current, open, out var highest))
                {
                    continue;
                }

                _heights[current] = highest + (IsRelevant(current) ? 1 : 0);
            }

            open.Pop();
        }

        return _heights[commit];
    }

    /// <summary>Opens the parents that must be counted first; false when all are, and then their highest height.</summary>
    private bool OpenParents(int commit, Stack<int> open, out int highest)
    {
        highest = 0;

        var before = open.Count;

        foreach (var parent in history.Graph.Parents(commit))
        {
            if (_groups[history.States[parent]] != _groups[history.States[commit]])
            {
                continue;
            }

            if (_heights[parent] == NotCounted)
            {
                open.Push(parent);
            }
            else
            {
                highest = Math.Max(highest, _heights[parent]);
            }
        }

        return open.Count > before;
    }

    private bool IsRelevant(int commit) =>
        states[history.States[commit]]!.PathFilters is not { } filters || answers.Relevant[filters].Contains(history.Graph.Id(commit));

    /// <summary>States whose versions count towards each other have the same number: that of the first of them.</summary>
    private static int[] Group(VersionOptions?[] states)
    {
        var first = new List<int>();
        var groups = new int[states.Length];

        for (var state = 0; state < states.Length; state++)
        {
            var known = states[state]?.Version is { } version ? first.FindIndex(other => states[other]!.Version!.CountsTowards(version)) : NotCounted;
            groups[state] = known >= 0 ? first[known] : state;

            if (known < 0 && states[state] is not null)
            {
                first.Add(state);
            }
        }

        return groups;
    }
}
