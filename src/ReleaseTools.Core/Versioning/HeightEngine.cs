using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// Counts the version height as Nerdbank.GitVersioning 3.10 does: the commits on the longest path from a commit down to the
/// one that set its version, both included. A parent belongs to the path while its version does not restart the height, and
/// a commit counts unless the path filters of its own version file say otherwise.
/// </summary>
internal sealed class HeightEngine
{
    private readonly CommitHistory _history;
    private readonly VersionAnswers _answers;
    private readonly VersionSpec _base;
    private readonly CiWord? _ci;
    private readonly FileSetVerdict?[] _verdicts;
    private readonly int[] _heights;

    private HeightEngine(CommitHistory history, VersionAnswers answers, VersionSpec version, CiWord? ci)
    {
        _history = history;
        _answers = answers;
        _base = version;
        _ci = ci;
        _verdicts = new FileSetVerdict?[history.FileSets.Length];
        _heights = new int[history.Graph.Count];
        Array.Fill(_heights, HeightWalk.OffPath);
    }

    /// <summary>Counts from the history's first commit, for the version it holds.</summary>
    /// <exception cref="ReleaseException">RT1006: the path leaves what a shallow clone holds.</exception>
    public static HeightWalk Walk(CommitHistory history, VersionAnswers answers, VersionSpec version, CiWord? ci) =>
        version.HeightPosition == HeightPosition.None ? HeightWalk.None(history.Graph) : new HeightEngine(history, answers, version, ci).Walk();

    private HeightWalk Walk()
    {
        // Depth first without recursion: histories are deeper than stacks.
        var open = new Stack<int>([0]);

        while (open.TryPeek(out var commit))
        {
            if (_heights[commit] == HeightWalk.OffPath)
            {
                if (OpenParents(commit, open, out var highest))
                {
                    continue;
                }

                _heights[commit] = highest + (IsRelevant(commit) ? 1 : 0);
            }

            open.Pop();
        }

        return new(_history.Graph, _heights);
    }

    /// <summary>Opens the parents that must be counted first; false when all are, and then their highest height.</summary>
    private bool OpenParents(int index, Stack<int> open, out int highest)
    {
        highest = 0;

        if (_history.Graph.IsCut(index))
        {
            throw new ReleaseException(VersionDiagnostics.ShallowClone(_history.Graph.Id(index), _history.Graph.Count, _ci?.WholeHistory));
        }

        var before = open.Count;

        foreach (var parent in _history.Graph.Parents(index))
        {
            if (_heights[parent] != HeightWalk.OffPath)
            {
                highest = Math.Max(highest, _heights[parent]);
            }
            else if (VerdictOf(parent).IsOnPath)
            {
                open.Push(parent);
            }
        }

        return open.Count > before;
    }

    private bool IsRelevant(int commit) =>
        VerdictOf(commit).Filters is not { } filters || _answers.Relevant[filters].Contains(_history.Graph.Id(commit));

    private FileSetVerdict VerdictOf(int commit) => _verdicts[_history.States[commit]] ??= Judge(_history.FilesOf(commit));

    private FileSetVerdict Judge(VersionFileSet files)
    {
        var options = VersionFiles.ReadOld(files);
        return new(options?.Version?.CountsTowards(_base) ?? false, options?.PathFilters);
    }

    /// <summary>What a state of the version files means for every commit that holds it.</summary>
    private sealed record FileSetVerdict(bool IsOnPath, PathFilterList? Filters);
}
