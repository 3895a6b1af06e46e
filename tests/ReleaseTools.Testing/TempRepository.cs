using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ReleaseTools.Testing;

/// <summary>A real repository. Clock, author and configuration are fixed, so hashes are the same everywhere and goldens may hold them.</summary>
internal sealed class TempRepository : IDisposable
{
    private readonly TempFolder _folder;
    private readonly bool _ownsFolder;
    private int _minute;

    public TempRepository(params string[] initOptions)
        : this(new TempFolder(), "work", initOptions) => _ownsFolder = true;

    /// <summary>A repository inside a folder somebody else owns.</summary>
    public TempRepository(TempFolder folder, string name, params string[] initOptions)
    {
        _folder = folder;
        Path = folder.At(name);
        ProgramRun.Run(folder.Path, Environment(), "git", ["init", "--quiet", "--initial-branch=main", .. initOptions, Path]).Expect();
    }

    public string Path { get; }

    public string Head => Git("rev-parse", "HEAD");

    /// <summary>An environment in which git knows nothing of this machine or of CI.</summary>
    public IReadOnlyDictionary<string, string?> Environment()
    {
        var date = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(_minute).ToString("O", CultureInfo.InvariantCulture);
        return new Dictionary<string, string?>(CleanEnvironment.Variables)
        {
            ["GIT_AUTHOR_NAME"] = "Ada",
            ["GIT_AUTHOR_EMAIL"] = "ada@example.test",
            ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_NAME"] = "Ada",
            ["GIT_COMMITTER_EMAIL"] = "ada@example.test",
            ["GIT_COMMITTER_DATE"] = date,
        };
    }

    /// <summary>Runs git and gives back what it printed, without the last line end.</summary>
    public string Git(params string[] arguments) => TryGit(arguments).Expect().Output.TrimEnd('\n');

    public ProgramRun TryGit(params string[] arguments) => ProgramRun.Run(Path, Environment(), "git", arguments);

    public TempRepository Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Commits everything there is, or nothing; a minute later than the commit before.</summary>
    public string Commit(string message, string? author = null)
    {
        _minute++;
        Git("add", "--all");
        Git(["commit", "--quiet", "--allow-empty", "--no-verify", "--message", message, .. author is null ? (string[])[] : ["--author", author]]);
        return Head;
    }

    /// <summary>Merges a branch with a commit of its own.</summary>
    public string Merge(string branch, string? message = null)
    {
        _minute++;
        Git("merge", "--quiet", "--no-ff", "--no-verify", "--message", message ?? $"Merge branch '{branch}'", branch);
        return Head;
    }

    /// <summary>Makes the change of a commit once more, here.</summary>
    public string Pick(string commit, params string[] options)
    {
        _minute++;
        Git(["cherry-pick", "--allow-empty", .. options, commit]);
        return Head;
    }

    /// <summary>Takes in commits as <c>git fast-import</c> reads them: many at once, and of shapes that no porcelain makes.</summary>
    public void Import(Action<TextWriter> write)
    {
        var start = new ProcessStartInfo("git", ["fast-import", "--quiet", "--force", "--date-format=raw-permissive"]) { WorkingDirectory = Path, RedirectStandardInput = true };
        using var process = Process.Start(start)!;

        using (var input = new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            write(input);
        }

        process.WaitForExit();

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"git fast-import ended with {process.ExitCode}.");
        }
    }

    public void Dispose()
    {
        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }
}
