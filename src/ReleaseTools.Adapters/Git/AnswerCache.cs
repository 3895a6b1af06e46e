using System.Security.Cryptography;
using System.Text;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>
/// Finished answers about a working tree, a small text file for each in its git folder. It may be deleted at any time. A file's name is
/// a digest of everything its answer depends on, so whatever changes makes another question; a file that is damaged, or may be of
/// another user, is as good as none.
/// </summary>
/// <param name="folder">Where to keep them; it need not exist.</param>
internal sealed class AnswerCache(string folder)
{
    private const int MostFiles = 200;

    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What this very build answers and keeps, no other build reads.</summary>
    private static readonly string Build = $"{typeof(CommitId).Module.ModuleVersionId} {typeof(AnswerCache).Module.ModuleVersionId}";

    /// <summary>Another process works on the same question for no longer than that, or has come to grief.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Path.Combine(folder, "answers");

    /// <summary>The lines that were kept for a question; null where there are none.</summary>
    public string[]? Find(string question)
    {
        try
        {
            var file = FileOf(question);
            return File.Exists(file) && IsOwn(file) ? Unpack(File.ReadAllText(file)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>As kept; otherwise worked out and kept, by one of all the processes that ask for it now.</summary>
    /// <param name="ask">Looks at all that the answer depends on.</param>
    /// <param name="work">Gives the lines, and whether the question alone decides them.</param>
    public string[] Answer(Func<string> ask, Func<(string[] Lines, bool Lasts)> work)
    {
        if (Find(ask()) is { } known)
        {
            return known;
        }

        using var turn = WaitForTurn();
        var question = ask();

        if (Find(question) is { } meanwhile)
        {
            return meanwhile;
        }

        var (lines, lasts) = work();

        // Somebody may have changed something while git was answering: then nobody knows which question this is the answer to.
        if (lasts && ask() == question)
        {
            Keep(question, lines);
        }

        return lines;
    }

    /// <summary>Keeps the lines in place of those kept before, which are left alone where they are the same.</summary>
    public void KeepLast(string question, string[] lines)
    {
        if (Find(question) is not { } last || !last.AsSpan().SequenceEqual(lines))
        {
            Keep(question, lines);
        }
    }

    private void Keep(string question, string[] lines)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            Prune();
            var file = FileOf(question);
            var prepared = $"{file}.{Path.GetRandomFileName()}";

            using (var stream = new FileStream(prepared, Options()))
            {
                stream.Write(Encoding.UTF8.GetBytes(Pack(lines)));
            }

            File.Move(prepared, file, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A repository on a read-only disk, or of another user: it is worked out again next time.
        }
    }

    /// <summary>Null where nobody can be waited for. The system gives the turn to another when this process ends, however it ends.</summary>
    private FileStream? WaitForTurn()
    {
        for (var deadline = DateTime.UtcNow + Patience; ; Thread.Sleep(10))
        {
            try
            {
                Directory.CreateDirectory(_folder);
                return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline && File.Exists(Path.Combine(folder, "lock")))
            {
                // It is another's turn.
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>Only its owner may write to such a file, so who may is its owner: what somebody else put there answers nothing.</summary>
    private static bool IsOwn(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return (File.GetUnixFileMode(stream.SafeFileHandle) & ~Own) == 0;
        }

        return true;
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        return options;
    }

    /// <summary>Another process may be doing the same: a file that is gone already is no matter.</summary>
    private void Prune()
    {
        var files = new DirectoryInfo(_folder).GetFiles();

        if (files.Length >= MostFiles)
        {
            foreach (var file in files.OrderBy(file => file.LastWriteTimeUtc).Take(MostFiles / 2))
            {
                file.Delete();
            }
        }
    }

    private string FileOf(string question) => Path.Combine(_folder, new Fingerprint().Add(Build, question).ToString());

    private static string Pack(string[] lines)
    {
        var text = string.Join('\n', lines.Select(line => line.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)));
        return $"{Digest(text)}\n{text}";
    }

    private static string[]? Unpack(string content)
    {
        var end = content.IndexOf('\n', StringComparison.Ordinal);

        if (end < 0 || content[..end] != Digest(content[(end + 1)..]))
        {
            return null;
        }

        var lines = content[(end + 1)..].Split('\n');

        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lines[i].Contains('\\', StringComparison.Ordinal) ? Unescape(lines[i]) : lines[i];
        }

        return lines;
    }

    private static string Unescape(string line) => string.Join('\\', line.Split(@"\\").Select(part => part.Replace(@"\n", "\n", StringComparison.Ordinal)));

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
