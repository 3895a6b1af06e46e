using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>Reads the commits of a range with their messages, in one walk of git.</summary>
internal static class CommitReader
{
    private const int Fields = 5;

    /// <summary>The commits of a range, the newest first; none before one that is built on it, whatever its clock said.</summary>
    /// <exception cref="ReleaseException">RT1005: a commit is not known. RT4032: the clone does not hold the whole range.</exception>
    public static IEnumerable<CommitRecord> Read(GitRepository repository, CommitRange range)
    {
        var boundary = repository.Boundary();

        // Hashes, so that nothing a user wrote can be anything but a commit.
        var to = repository.Resolve(range.To).Hash;
        string[] commits = range.From is { } from ? [to, "^" + repository.Resolve(from).Hash] : [to];

        string[] arguments =
        [
            "log", "-z", "--date-order", "--encoding=UTF-8", "--decorate=short", $"--decorate-refs={GitTag.Folder}", "--format=%H%x00%P%x00%cI%x00%D%x00%B", "--end-of-options", .. commits, "--",
        ];

        foreach (var fields in repository.Git.Records(arguments).Chunk(Fields))
        {
            var id = new CommitId(fields[0]);

            if (boundary.Contains(id))
            {
                throw new ReleaseException(CommitDiagnostics.RangeIsCut(id.ToString()));
            }

            yield return new(id, LogFields.Date(fields[2]), GitTag.In(fields[3]), LogFields.Commits(fields[1]), fields[4]);
        }
    }
}
