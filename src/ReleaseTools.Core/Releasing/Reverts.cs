using System.Text.RegularExpressions;
using ReleaseTools.Changelog;
using ReleaseTools.Git;

namespace ReleaseTools.Releasing;

/// <summary>
/// Which commits of a range cancel each other: what was reverted again before it was released changes nothing for anybody, and neither
/// does the revert, unless it says more than that. A revert that was itself reverted took nothing back.
/// </summary>
internal sealed partial class Reverts
{
    private readonly Dictionary<string, CommitRecord> _range;
    private readonly IReadOnlyList<CommitRecord> _commits;
    private readonly Dictionary<CommitId, string> _cancelled = [];

    private Reverts(IReadOnlyList<CommitRecord> commits)
    {
        _commits = commits;
        _range = commits.ToDictionary(commit => commit.Id.Hash);
    }

    /// <summary>The commits that do not count, and why.</summary>
    /// <param name="commits">A range, the newest first.</param>
    public static IReadOnlyDictionary<CommitId, string> Find(IReadOnlyList<CommitRecord> commits)
    {
        var reverts = new Reverts(commits);

        foreach (var commit in commits)
        {
            reverts.Judge(commit);
        }

        return reverts._cancelled;
    }

    private void Judge(CommitRecord commit)
    {
        if (_cancelled.ContainsKey(commit.Id) || Pattern.Matches(commit.Message) is not { Count: > 0 } matches)
        {
            return;
        }

        var targets = matches.Select(match => (Commit: Resolve(match.Groups["commit"].Value), Kept: match.Groups["kept"].Value)).ToArray();

        foreach (var (target, kept) in targets)
        {
            foreach (var gone in target is null ? [] : kept.Length == 0 ? [target] : BroughtIn(target, kept))
            {
                _cancelled.TryAdd(gone.Id, $"reverted by {commit.Id}");
            }
        }

        // One that reaches behind the last release changes what is released.
        if (targets.All(target => target.Commit is not null) && !SaysMore(commit))
        {
            _cancelled.TryAdd(commit.Id, $"reverts {string.Join(", ", targets.Select(target => target.Commit!.Id))}");
        }
    }

    /// <summary>Whether it does more than a revert: what is new or breaks something is there however much it takes back.</summary>
    private static bool SaysMore(CommitRecord commit) =>
        (ChangelogEntry.Read(commit) is { Type: "feat" } or { Breaking: not [] } && ChangelogEntry.Reapplied(commit.Message.Split('\n', 2)[0].TrimEnd()) is null) || ReleaseAs.IsIn(commit);

    /// <summary>A commit of the range, by its hash or the beginning of it.</summary>
    private CommitRecord? Resolve(string hash) => _range.TryGetValue(hash, out var commit) ? commit
        : hash.Length < _commits[0].Id.Hash.Length ? _commits.FirstOrDefault(one => one.Id.Hash.StartsWith(hash, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>A reverted merge takes back all that it brought: what is behind it, and not behind the side that was kept.</summary>
    private IEnumerable<CommitRecord> BroughtIn(CommitRecord merge, string kept)
    {
        var known = Resolve(kept) is { } side ? Behind(side, []) : [];
        var before = known.ToHashSet();
        return Behind(merge, known).Where(commit => !before.Contains(commit)).Select(commit => _range[commit.Hash]);
    }

    /// <summary>Adds a commit and everything of the range behind it to what is known.</summary>
    private HashSet<CommitId> Behind(CommitRecord start, HashSet<CommitId> known)
    {
        var open = new Stack<CommitRecord>([start]);

        while (open.TryPop(out var commit))
        {
            if (known.Add(commit.Id))
            {
                foreach (var parent in commit.Parents)
                {
                    if (_range.TryGetValue(parent.Hash, out var next))
                    {
                        open.Push(next);
                    }
                }
            }
        }

        return known;
    }

    /// <summary>At the start of a line, as git writes it: within one it is about a revert, and none.</summary>
    [GeneratedRegex(
        @"^This reverts commit (?<commit>[0-9a-f]{7,64})\b(?:,\s+reversing\s+changes\s+made\s+to\s+(?<kept>[0-9a-f]{7,64})\b)?",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern { get; }
}
