using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>The one place that starts git. Arguments go as a list, answers come as UTF-8, and nothing is ever asked at a prompt.</summary>
internal sealed class GitProcess(string directory)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Settings of the user that would change the form of an answer.</summary>
    private static readonly string[] Neutral = ["-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "diff.relative=false", "-c", "color.ui=false"];

    public string Directory { get; } = directory;

    /// <summary>The index to look at and to change, absolute; null for the repository's. A commit that is being made may have one of its own.</summary>
    public string? IndexFile { get; init; }

    /// <summary>Runs git to its end and says how it went; a failure is the caller's to judge.</summary>
    /// <exception cref="ReleaseException">RT1001: there is no git.</exception>
    public GitAnswer Ask(params IEnumerable<string> arguments) => Ask(input: null, arguments);

    /// <summary>As <see cref="Ask(IEnumerable{string})"/>, with text for git's standard input.</summary>
    public GitAnswer Ask(string? input, IEnumerable<string> arguments)
    {
        using var process = Start(arguments, input is not null);
        var words = ReadWords(process);
        var feeding = input is null ? Task.CompletedTask : Feed(process, input);
        var output = process.StandardOutput.ReadToEnd();
        feeding.GetAwaiter().GetResult();
        process.WaitForExit();
        return new(process.ExitCode, output, words.GetAwaiter().GetResult().Trim());
    }

    /// <summary>Runs git with <c>-z</c> output and hands out the records between the NULs while it is running.</summary>
    /// <exception cref="ReleaseException">RT1004: git ended with an error.</exception>
    public IEnumerable<string> Records(params string[] arguments) => Stream('\0', input: null, arguments);

    /// <summary>As <see cref="Records(string[])"/>, with text for git's standard input.</summary>
    public IEnumerable<string> Records(string? input, string[] arguments) => Stream('\0', input, arguments);

    /// <summary>As <see cref="Records(string[])"/>, for output in lines.</summary>
    public IEnumerable<string> Lines(params string[] arguments) => Stream('\n', input: null, arguments);

    private IEnumerable<string> Stream(char end, string? input, string[] arguments)
    {
        using var process = Start(arguments, input is not null);
        var words = ReadWords(process);
        var feeding = input is null ? Task.CompletedTask : Feed(process, input);

        try
        {
            foreach (var record in Split(process.StandardOutput, end))
            {
                yield return record;
            }
        }
        finally
        {
            // A reader that has seen enough closes the pipe, and git ends by itself.
            process.StandardOutput.Close();
            process.WaitForExit();
            feeding.GetAwaiter().GetResult();
        }

        if (process.ExitCode != 0)
        {
            throw new ReleaseException(VersionDiagnostics.GitStopped(arguments[0], process.ExitCode, words.GetAwaiter().GetResult().Trim()));
        }
    }

    /// <summary>Runs git where only success makes sense.</summary>
    /// <exception cref="ReleaseException">RT1004: git ended with an error.</exception>
    public string Output(params string[] arguments)
    {
        var answer = Ask(arguments);

        return answer.ExitCode == 0
            ? answer.Output
            : throw new ReleaseException(VersionDiagnostics.GitStopped(arguments[0], answer.ExitCode, answer.Words));
    }

    /// <summary>Runs git and hands out its raw bytes, as for the content of files.</summary>
    /// <exception cref="ReleaseException">RT1004: git ended with an error.</exception>
    public byte[] Bytes(string input, params string[] arguments)
    {
        using var bytes = new MemoryStream();
        Read(output => output.CopyTo(bytes), input, arguments);
        return bytes.ToArray();
    }

    /// <summary>Runs git and lets its raw output be read while it is running.</summary>
    /// <exception cref="ReleaseException">RT1004: git ended with an error.</exception>
    public void Read(Action<Stream> reader, params string[] arguments) => Read(reader, input: null, arguments);

    /// <summary>As <see cref="Read(Action{Stream}, string[])"/>, with text for git's standard input.</summary>
    public void Read(Action<Stream> reader, string? input, string[] arguments)
    {
        using var process = Start(arguments, input is not null);
        var words = ReadWords(process);
        var feeding = input is null ? Task.CompletedTask : Feed(process, input);
        PipeRoom.Widen(process.StandardOutput.BaseStream);
        reader(process.StandardOutput.BaseStream);
        feeding.GetAwaiter().GetResult();
        process.WaitForExit();

        if (process.ExitCode != 0)
        {
            throw new ReleaseException(VersionDiagnostics.GitStopped(arguments[0], process.ExitCode, words.GetAwaiter().GetResult().Trim()));
        }
    }

    private Process Start(IEnumerable<string> given, bool hasInput)
    {
        string[] arguments = [.. given];
        var start = new ProcessStartInfo(GitProgram.Path, [.. Neutral, .. arguments])
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };

        // A hook's environment points git at the repository that runs the hook; ours is the one of the folder we were given.
        foreach (var name in start.Environment.Keys.Where(IsInherited).ToArray())
        {
            start.Environment.Remove(name);
        }

        if (IndexFile is not null)
        {
            start.Environment["GIT_INDEX_FILE"] = IndexFile;
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";

        // Handed over commit by commit a history takes a third longer. Only these: what they start inherits it, and others start filters that may talk to a git of their own.
        if (arguments is ["log" or "rev-list", ..])
        {
            start.Environment["GIT_FLUSH"] = "0";
        }

        try
        {
            var process = Process.Start(start)!;

            if (!hasInput)
            {
                process.StandardInput.Close();
            }

            return process;
        }
        catch (Win32Exception refusal)
        {
            // git is there, so this is another thing, such as more arguments than the system takes.
            throw new ReleaseException(System.IO.Directory.Exists(Directory)
                ? VersionDiagnostics.GitStopped(arguments[0], refusal.NativeErrorCode, refusal.Message)
                : VersionDiagnostics.NoSuchFolder(Directory));
        }
    }

    /// <summary>Where git keeps its configuration and its programs stays the user's business.</summary>
    private static bool IsInherited(string name) =>
        name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("GIT_CONFIG", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("GIT_EXEC_PATH", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("GIT_SSH", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("GIT_SSL", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("GIT_ASKPASS", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Split(StreamReader output, char separator)
    {
        var buffer = new char[16 * 1024];
        var rest = new StringBuilder();

        while (output.Read(buffer) is > 0 and var count)
        {
            var start = 0;

            while (Array.IndexOf(buffer, separator, start, count - start) is >= 0 and var end)
            {
                yield return rest.Length == 0 ? new string(buffer, start, end - start) : rest.Append(buffer, start, end - start).ToString();
                rest.Clear();
                start = end + 1;
            }

            rest.Append(buffer, start, count - start);
        }

        if (rest.Length > 0)
        {
            yield return rest.ToString();
        }
    }

    /// <summary>In a thread of its own: the runtime reads pipes asynchronously with all that it needs for sockets, which takes longer than git.</summary>
    private static Task<string> ReadWords(Process process) =>
        Task.Factory.StartNew(process.StandardError.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task Feed(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // git ended before it had read everything; its exit code says why.
        }
    }
}
