using System.Globalization;
using System.Text;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>A repository of many commits: one version.json at the root commit, fifty files that change in turn, a merge every seven commits.</summary>
internal sealed class LongHistory : IDisposable
{
    /// <param name="commits">How many.</param>
    /// <param name="tags">How many of them are releases, at even distances.</param>
    public LongHistory(int commits, int tags = 0)
    {
        Commits = commits;
        Tags = tags;
        Repository.Import(input =>
        {
            for (var i = 1; i <= commits; i++)
            {
                input.Write(Commit(i));
            }

            for (var i = 1; i <= tags; i++)
            {
                input.Write(string.Create(CultureInfo.InvariantCulture, $"reset refs/tags/v0.{i}.0\nfrom :{(long)commits * i / tags}\n\n"));
            }
        });
        Repository.Git("reset", "--quiet", "--hard", "main");
        Repository.Git("repack", "-a", "-d", "--quiet");
    }

    public int Commits { get; }

    public int Tags { get; }

    public TempRepository Repository { get; } = new();

    /// <summary>With changed-path filters, as hosts and <c>git maintenance</c> write it.</summary>
    public void WriteCommitGraph() => Repository.Git("commit-graph", "write", "--reachable", "--changed-paths");

    /// <summary>Takes away what earlier runs counted.</summary>
    public void Forget()
    {
        var kept = Path.Combine(Repository.Path, ".git", "release-tools");

        if (Directory.Exists(kept))
        {
            Directory.Delete(kept, recursive: true);
        }
    }

    public void Dispose() => Repository.Dispose();

    private static string Commit(int number)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"commit refs/heads/main\nmark :{number}\ncommitter Ada <ada@example.test> {1_600_000_000 + (number * 60)} +0000\n");
        text.Append(Data($"feat: change number {number}\n\nbody of change {number}\n"));

        if (number > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"from :{number - 1}\n");
        }

        if (number % 7 == 0 && number > 7)
        {
            text.Append(CultureInfo.InvariantCulture, $"merge :{number - 4}\n");
        }

        if (number == 1)
        {
            // In the prerelease, where the height has no upper limit.
            text.Append(CultureInfo.InvariantCulture, $"M 100644 inline version.json\n{Data("""{ "version": "1.0.0-a.{height}" }""")}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"M 100644 inline src/f{number % 50}/file.txt\n{Data($"{number}")}").ToString();
    }

    private static string Data(string text) => $"data {Encoding.UTF8.GetByteCount(text)}\n{text}\n";
}
