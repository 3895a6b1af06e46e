using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>
/// Which commits of a range cancel each other: what was reverted again before it was released changes nothing for anybody, and neither
/// does the revert, unless it says more than that. A revert that was itself reverted took nothing back.
/// </summary>
internal sealed class Reverts
{
    private readonly RevertRange _range;
    private readonly Dictionary<int, string> _cancelled = [];

    private Reverts(RevertRange range) => _range = range;

    /// <summary>The commits that do not count, by their numbers, and why.</summary>
    /// <param name="range">What can be taken back.</param>
    /// <param name="reverting">The newest first.</param>
    public static IReadOnlyDictionary<int, string> Find(RevertRange range, IEnumerable<RevertingCommit> reverting)
    {
        var reverts = new Reverts(range);

        foreach (var commit in reverting)
        {
            reverts.Judge(commit);
        }

        return reverts._cancelled;
    }

    private void Judge(RevertingCommit commit)
    {
        if (_cancelled.ContainsKey(commit.Number))
        {
            return;
        }

        var targets = commit.Notes.Select(note => (Number: _range.Find(note), note.Kept)).ToArray();

        foreach (var (target, kept) in targets)
        {
            foreach (var gone in target < 0 ? [] : kept is null ? [target] : BroughtIn(target, kept))
            {
                _cancelled.TryAdd(gone, $"reverted by {_range.Graph.Id(commit.Number)}");
            }
        }

        // One that reaches behind the last release changes what is released.
        if (targets.All(target => target.Number >= 0) && !(commit.SaysMore && !IsAgain(commit.Number, targets.Select(target => target.Number))))
        {
            _cancelled.TryAdd(commit.Number, $"reverts {string.Join(", ", targets.Select(target => _range.Graph.Id(target.Number)))}");
        }
    }

    /// <summary>Whether it is what a revert took back, under its old first line: that stands again when the revert is gone.</summary>
    private bool IsAgain(int commit, IEnumerable<int> targets) =>
        targets.All(target => PullRequestMark.Without(_range.Header(target)) is ['R', 'e', 'v', 'e', 'r', 't', ' ', '"', .. var reverted, '"'] && PullRequestMark.Without(reverted) == PullRequestMark.Without(_range.Header(commit)));

    /// <summary>A reverted merge takes back all that it brought: what is behind it, and not behind the side that was kept.</summary>
    private IEnumerable<int> BroughtIn(int merge, string kept)
    {
        var known = _range.Find(new(kept)) is >= 0 and var side ? Behind(side, []) : [];
        var before = known.ToHashSet();
        return Behind(merge, known).Where(commit => !before.Contains(commit));
    }

    /// <summary>Adds a commit and everything of the range behind it to what is known.</summary>
    private HashSet<int> Behind(int start, HashSet<int> known)
    {
        var open = new Stack<int>([start]);

        while (open.TryPop(out var commit))
        {
            if (known.Add(commit))
            {
                foreach (var parent in _range.Graph.Parents(commit))
                {
                    if (_range.Contains(parent))
                    {
                        open.Push(parent);
                    }
                }
            }
        }

        return known;
    }
}
