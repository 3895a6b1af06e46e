using System.Diagnostics;

namespace ReleaseTools.Testing;

/// <summary>One run of a program: how it ended and what it said.</summary>
internal sealed record ProgramRun(string CommandLine, int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for messages of failed tests.</summary>
    public string All => $"$ {CommandLine}\n{Output}{Error}(exit {ExitCode})";

    /// <summary>Runs a program to its end. No shell is in between.</summary>
    public static ProgramRun Run(string folder, IReadOnlyDictionary<string, string?> environment, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var (name, value) in environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new($"{program} {string.Join(' ', start.ArgumentList)}", process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Where a program is that may not be on this machine; null when it is not.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program))
        .FirstOrDefault(File.Exists);

    /// <summary>The same run, where only success makes sense.</summary>
    public ProgramRun Expect(int exitCode = 0) =>
        ExitCode == exitCode ? this : throw new InvalidOperationException($"Expected exit {exitCode}.\n{All}");
}
