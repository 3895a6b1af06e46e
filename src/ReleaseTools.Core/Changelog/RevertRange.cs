using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>The commits of a range as a revert names them: by a hash, the beginning of one, or the number of a pull request.</summary>
/// <param name="graph">Their history.</param>
/// <param name="commits">Their numbers, the newest first.</param>
/// <param name="contains">Whether a number is one of them.</param>
/// <param name="pullRequestOf">The number of the pull request a commit came with, or null.</param>
/// <param name="headerOf">The first line of a commit.</param>
internal sealed class RevertRange(CommitGraph graph, IReadOnlyList<int> commits, Func<int, bool> contains, Func<int, string?> pullRequestOf, Func<int, string> headerOf)
{
    private Dictionary<string, int>? _pullRequests;
    private string[]? _hashes;

    public CommitGraph Graph => graph;

    public string Header(int commit) => headerOf(commit);

    public bool Contains(int commit) => contains(commit);

    /// <summary>The commit's number, or -1 where it is not in the range.</summary>
    public int Find(RevertNote note) => note.Commit is { } hash ? FindHash(hash.ToLowerInvariant()) : (_pullRequests ??= ByPullRequest()).GetValueOrDefault(note.PullRequest!, CommitNames.Unknown);

    private int FindHash(string hash)
    {
        if (hash.Length == graph.Digits)
        {
            return graph.Find(new CommitId(hash)) is >= 0 and var number && contains(number) ? number : CommitNames.Unknown;
        }

        _hashes ??= [.. commits.Select(commit => graph.Id(commit).Hash)];
        var index = Array.FindIndex(_hashes, one => one.StartsWith(hash, StringComparison.Ordinal));
        return index < 0 ? CommitNames.Unknown : commits[index];
    }

    /// <summary>The newest of those that name the same one.</summary>
    private Dictionary<string, int> ByPullRequest()
    {
        var found = new Dictionary<string, int>();

        foreach (var commit in commits)
        {
            if (pullRequestOf(commit) is { } number)
            {
                found.TryAdd(number, commit);
            }
        }

        return found;
    }
}
