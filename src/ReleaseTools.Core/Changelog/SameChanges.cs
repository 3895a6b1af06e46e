using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>
/// Which commits of a range are one change: cherry-picks, what was merged back after it had been applied twice, and pull requests that
/// came in on two ways. The one they were picked from speaks for all of them, or else the oldest.
/// </summary>
internal sealed class SameChanges
{
    /// <summary>One was picked from the other, or both from a third.</summary>
    public const string Pick = "cherry-pick";

    private readonly ChangelogHistory _history;
    private readonly IReadOnlyList<int> _commits;
    private readonly Dictionary<int, int> _leaders = [];
    private readonly Dictionary<int, string> _whys = [];
    private readonly Dictionary<(string Kind, string Value), int> _known = [];

    private SameChanges(ChangelogHistory history, IReadOnlyList<int> commits)
    {
        _history = history;
        _commits = commits;
    }

    /// <summary>For each commit that speaks for others: those, the newest first, and what tells that they are the same.</summary>
    /// <param name="history">Where they are from.</param>
    /// <param name="commits">The newest first.</param>
    /// <param name="find">A commit of the range by its hash, or -1.</param>
    /// <param name="patches">The patch ids of those that could be the same.</param>
    public static IEnumerable<(int Speaker, ImmutableArray<(int Commit, string Why)> Others)> Find(ChangelogHistory history, IReadOnlyList<int> commits, Func<string, int> find, FrozenDictionary<CommitId, string> patches)
    {
        var same = new SameChanges(history, commits);

        foreach (var commit in commits)
        {
            same.Link(commit, find, patches);
        }

        return same.Groups();
    }

    /// <summary>Those of which only their patches can say whether they are the same: of one author, one moment and one first line.</summary>
    public static IEnumerable<CommitId> Doubtful(ChangelogHistory history, IReadOnlyList<int> commits)
    {
        var seen = new HashSet<(long, int)>();
        var twice = new HashSet<(long, int)>();

        foreach (var number in commits)
        {
            if (CanBePicked(history[number]) && !seen.Add(KeyOf(history[number])))
            {
                twice.Add(KeyOf(history[number]));
            }
        }

        return twice.Count == 0 ? [] : commits.Where(number => CanBePicked(history[number]) && twice.Contains(KeyOf(history[number]))).Select(history.Id);
    }

    private static bool CanBePicked(HistoryCommit commit) => !commit.IsMerge && commit.Reading.Entries is not [];

    private static (long, int) KeyOf(HistoryCommit commit) => (commit.Time, commit.Reading.Header.GetHashCode(StringComparison.Ordinal));

    /// <summary>What commits have in common that are one change.</summary>
    public static IEnumerable<(string Kind, string Value)> Keys(ChangelogHistory history, int commit, FrozenDictionary<CommitId, string> patches)
    {
        var reading = history[commit].Reading;

        if (reading.Origin is { } origin)
        {
            yield return (Pick, origin);
        }

        if (reading.ChangeId is { } change)
        {
            yield return ("Change-Id", change);
        }

        if (reading.PullRequest is { } request)
        {
            var text = PullRequestMark.Without(reading.Header);

            foreach (var number in PullRequestMark.All(reading.Header).DefaultIfEmpty(request))
            {
                yield return ($"pull request #{number}", text);
            }
        }

        if (patches.Count > 0 && patches.GetValueOrDefault(history.Id(commit)) is { } patch)
        {
            yield return ("same patch", patch);
        }
    }

    private void Link(int commit, Func<string, int> find, FrozenDictionary<CommitId, string> patches)
    {
        if (_history[commit].Reading.Origin is { } origin && find(origin) is >= 0 and var original)
        {
            Join(commit, original, Pick);
        }

        foreach (var (kind, value) in Keys(_history, commit, patches))
        {
            LinkBy(kind, value, commit);
        }
    }

    private void LinkBy(string kind, string value, int commit)
    {
        if (!_known.TryAdd((kind, value), commit))
        {
            Join(commit, _known[(kind, value)], kind);
        }
    }

    private void Join(int commit, int other, string why)
    {
        var (one, two) = (LeaderOf(commit), LeaderOf(other));
        _whys.TryAdd(commit, why);
        _whys.TryAdd(other, why);

        if (one != two)
        {
            _leaders[one] = two;
        }
    }

    private int LeaderOf(int commit)
    {
        while (_leaders.TryGetValue(commit, out var leader) && leader != commit)
        {
            commit = leader;
        }

        return commit;
    }

    private IEnumerable<(int Speaker, ImmutableArray<(int Commit, string Why)> Others)> Groups()
    {
        foreach (var group in _commits.Where(_whys.ContainsKey).GroupBy(LeaderOf))
        {
            int[] members = [.. group];

            // A backport has more numbers behind its first line than what it brings back.
            var speaker = members.AsEnumerable().Reverse().MinBy(member => (_history[member].Reading.Origin is not null, PullRequestMark.All(_history[member].Reading.Header).Count()));
            yield return (speaker, [.. members.Where(member => member != speaker).Select(member => (member, _whys[member]))]);
        }
    }
}
