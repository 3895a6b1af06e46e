using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>Reads the messages of many commits and next to nothing else of them, so that a long range takes little longer than <c>git log</c> itself.</summary>
internal static class MessageLog
{
    private static readonly string[] Log = ["log", "-z", "--encoding=UTF-8", "--no-decorate", "--format=%H%n%an%n%B"];

    /// <summary>The messages of a range, the newest first.</summary>
    /// <exception cref="ReleaseException">RT1005: a commit is not known. RT4032: the clone does not hold the whole range.</exception>
    public static IEnumerable<AuthoredText> Read(GitRepository repository, CommitRange range)
    {
        var boundary = repository.Boundary();

        // Hashes, so that nothing a user wrote can be anything but a commit.
        var to = repository.Resolve(range.To).Hash;
        string[] commits = range.From is { } from ? [to, "^" + repository.Resolve(from).Hash] : [to];

        foreach (var (commit, text) in Read(repository.Git, commits))
        {
            if (boundary.Contains(commit))
            {
                throw new ReleaseException(CommitDiagnostics.RangeIsCut(commit.ToString()));
            }

            yield return text;
        }
    }

    /// <summary>The message of one commit.</summary>
    /// <exception cref="ReleaseException">RT1005 or RT1010: there is no such commit.</exception>
    public static AuthoredText ReadOne(GitRepository repository, string commit) =>
        Read(repository.Git, "--no-walk", repository.Resolve(commit).Hash).First().Text;

    /// <param name="git">Where to ask.</param>
    /// <param name="revisions">Hashes, or options that name commits: nothing that a user wrote.</param>
    public static IEnumerable<(CommitId Commit, AuthoredText Text)> Read(GitProcess git, params IEnumerable<string> revisions) =>
        Read(git.Records([.. Log, .. revisions, "--"]));

    /// <summary>Those that lead to the pushed commits, from none that is known and from no branch of a remote. A push has any number of tags, and a command line ends.</summary>
    public static IEnumerable<(CommitId Commit, AuthoredText Text)> ReadUnknown(GitProcess git, IEnumerable<string> pushed, IEnumerable<string> known) =>
        Read(git.Records(string.Concat([.. pushed.Select(hash => hash + "\n"), .. known.Select(hash => $"^{hash}\n")]), [.. Log, "--stdin", "--not", "--remotes"]));

    private static IEnumerable<(CommitId Commit, AuthoredText Text)> Read(IEnumerable<string> records)
    {
        foreach (var record in records)
        {
            var hash = record.IndexOf('\n', StringComparison.Ordinal);
            var author = record.IndexOf('\n', hash + 1);
            var commit = new CommitId(record[..hash]);
            yield return (commit, new(CommitText.From(commit.ToString(), record[(author + 1)..]), record[(hash + 1)..author]));
        }
    }

    /// <summary>Who wrote the commits of a range, as <c>Name &lt;mail&gt;</c>, each once, the first of them first.</summary>
    public static IReadOnlyList<string> ReadAuthors(GitRepository repository, CommitRange range)
    {
        string[] commits = range.From is { } from ? [repository.Resolve(range.To).Hash, "^" + repository.Resolve(from).Hash] : [repository.Resolve(range.To).Hash];
        return [.. repository.Git.Records(["log", "-z", "--encoding=UTF-8", "--reverse", "--no-merges", "--format=%aN <%aE>", .. commits, "--"]).Distinct(StringComparer.Ordinal)];
    }
}
