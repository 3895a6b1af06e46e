using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>
/// Counts the version height as Nerdbank.GitVersioning 3.10 does: the commits on the longest path from a commit down to the
/// one that set its version, both included. A parent belongs to the path while its version does not restart the height.
/// </summary>
internal sealed class HeightEngine
{
    private readonly CommitHistory _history;
    private readonly VersionSpec _base;
    private readonly bool?[] _matches;
    private readonly int[] _heights;

    private HeightEngine(CommitHistory history, VersionSpec version)
    {
        _history = history;
        _base = version;
        _matches = new bool?[history.FileSets.Length];
        _heights = new int[history.Commits.Length];
    }

    /// <summary>The height of the history's first commit for the version it holds.</summary>
    /// <exception cref="ReleaseException">RT1006: the path leaves what a shallow clone holds.</exception>
    public static int Count(CommitHistory history, VersionSpec version) =>
        version.HeightPosition == HeightPosition.None ? 0 : new HeightEngine(history, version).Count();

    private int Count()
    {
        // Depth first without recursion: histories are deeper than stacks. A height of 0 means "not counted yet".
        var open = new Stack<int>([0]);

        while (open.TryPeek(out var commit))
        {
            if (_heights[commit] == 0)
            {
                if (OpenParents(commit, open, out var highest))
                {
                    continue;
                }

                _heights[commit] = highest + 1;
            }

            open.Pop();
        }

        return _heights[0];
    }

    /// <summary>Opens the parents that must be counted first; false when all are, and then their highest height.</summary>
    private bool OpenParents(int index, Stack<int> open, out int highest)
    {
        var commit = _history.Commits[index];
        highest = 0;

        if (commit.IsCut)
        {
            throw new ReleaseException(VersionDiagnostics.ShallowClone(commit.Id));
        }

        var before = open.Count;

        foreach (var parent in commit.Parents)
        {
            if (_heights[parent] > 0)
            {
                highest = Math.Max(highest, _heights[parent]);
            }
            else if (Matches(parent))
            {
                open.Push(parent);
            }
        }

        return open.Count > before;
    }

    private bool Matches(int commit) => _matches[_history.Commits[commit].FileSet] ??= Matches(_history.FilesOf(commit));

    private bool Matches(VersionFileSet files)
    {
        if (VersionFiles.ReadOld(files) is not { Version: { } version } options
            || version.HeightPosition != _base.HeightPosition
            || _base.ResetsHeightOf(version, _base.HeightPosition))
        {
            return false;
        }

        VersionCalculator.RefuseFilters(options, files);
        return true;
    }
}
