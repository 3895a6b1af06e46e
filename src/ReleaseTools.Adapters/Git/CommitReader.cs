using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;

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

    /// <summary>Everything since the last release: since the nearest tag that is a version, or from the beginning.</summary>
    /// <exception cref="ReleaseException">RT1004: git cannot say. RT1010: there is no commit.</exception>
    public static CommitRange Unreleased(GitRepository repository)
    {
        var head = repository.Resolve(CommitRange.Head).Hash;
        var tags = repository.ReadTagsBehind(new CommitId(head)).ToLookup(tag => SemVerSyntax.IsVersion(tag));

        if (!tags[true].Any())
        {
            return new(null, CommitRange.Head);
        }

        // Which of them is the nearest git knows best. Its patterns also let through what is no version, such as 'v1.0.x'.
        var others = tags[false].Where(IsLikeVersion).Select(tag => $"--exclude={tag}");
        var nearest = repository.Git.Output(["describe", "--tags", "--abbrev=0", "--match=v[0-9]*.*.*", "--match=[0-9]*.*.*", .. others, head]).TrimEnd('\n');
        return new(GitTag.Folder + nearest, CommitRange.Head);
    }

    private static bool IsLikeVersion(string tag) => tag is [>= '0' and <= '9', ..] or ['v', >= '0' and <= '9', ..] && tag.Count(character => character == '.') >= 2;
}
