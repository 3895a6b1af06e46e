using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Hooks;

/// <summary>Starts the programs of tasks. Arguments go as a list: nothing a file or a branch is called reaches a shell.</summary>
internal static class TaskProgram
{
    /// <summary>What Windows' own shell would read something into; it is the one that runs batch files.</summary>
    private static readonly SearchValues<char> ReadByBatch = SearchValues.Create("\"%&|<>^!\r\n");

    /// <summary>How long output is waited for once a program has ended: a child it leaves behind may hold it open for ever.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private static readonly string[] Batch = [".cmd", ".bat"];

    /// <summary>How many characters a command line may have: of a batch file, of a program on Windows, and with a wide margin anywhere else.</summary>
    public static int Limit(string program) => !OperatingSystem.IsWindows() ? 100_000 : IsBatch(program) ? 8_000 : 30_000;

    /// <summary>The absolute path of a command: a file from the task's folder or the repository's root, or a program on the PATH; or null.</summary>
    public static string? Find(string command, string folder, string root)
    {
        if (command.Contains('/', StringComparison.Ordinal) || command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return new[] { Path.GetFullPath(command, folder), Path.GetFullPath(command, root) }.SelectMany(Spelled).FirstOrDefault(File.Exists);
        }

        return ProgramPath.Find(command) ?? (OperatingSystem.IsWindows() ? OnPath(command) : null);
    }

    /// <summary>The absolute path of a task's or a variable's folder.</summary>
    /// <exception cref="ReleaseException">RT4222: it is not there.</exception>
    public static string Folder(string? cwd, SourceSpot spot, string root) =>
        Path.GetFullPath(cwd ?? ".", root) is var folder && Directory.Exists(folder) ? folder : throw new ReleaseException(HookDiagnostics.NoSuchTaskFolder(spot, cwd ?? "."));

    /// <exception cref="ReleaseException">RT4216 or RT4218: it cannot be started, or not without a shell that would read its arguments.</exception>
    /// <exception cref="OperationCanceledException">It was to stop.</exception>
    public static int Run(string program, IReadOnlyCollection<string> arguments, string folder, Action<string> output, Action<string> error, CancellationToken stop)
    {
        if (IsBatch(program) && arguments.FirstOrDefault(argument => argument.AsSpan().ContainsAny(ReadByBatch)) is { } argument)
        {
            throw new ReleaseException(HookDiagnostics.ArgumentForBatch(program, argument));
        }

        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };

        try
        {
            using var process = Process.Start(start)!;
            using var ending = stop.Register(() => End(process));
            var saying = new Lock();
            var (outputEnd, errorEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
            process.OutputDataReceived += (_, line) => Say(line.Data, output, saying, outputEnd);
            process.ErrorDataReceived += (_, line) => Say(line.Data, error, saying, errorEnd);
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();

            // Without a limit it would wait for the end of the output too.
            process.WaitForExit(int.MaxValue);
            Task.WhenAll(outputEnd.Task, errorEnd.Task).Wait(Grace, CancellationToken.None);
            stop.ThrowIfCancellationRequested();
            return process.ExitCode;
        }
        catch (Win32Exception refusal)
        {
            throw new ReleaseException(HookDiagnostics.CommandDoesNotStart(program, refusal.Message.TrimEnd('.')));
        }
    }

    private static void Say(string? line, Action<string> listener, Lock saying, TaskCompletionSource end)
    {
        if (line is null)
        {
            end.TrySetResult();
            return;
        }

        lock (saying)
        {
            listener(line);
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself, or somebody else's rights are needed for one of its children.
        }
    }

    private static bool IsBatch(string program) => OperatingSystem.IsWindows() && Batch.Contains(Path.GetExtension(program), StringComparer.OrdinalIgnoreCase);

    private static string[] Spelled(string path) => OperatingSystem.IsWindows() ? [path, path + ".exe", .. Batch.Select(end => path + end)] : [path];

    /// <summary>npm and npx are batch files there.</summary>
    private static string? OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Where(Path.IsPathFullyQualified)
        .SelectMany(folder => Spelled(Path.Combine(folder, command)))
        .FirstOrDefault(File.Exists);
}
