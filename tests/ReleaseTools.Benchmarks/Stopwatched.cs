using System.Diagnostics;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>What a whole process took: the median of several runs.</summary>
/// <param name="Milliseconds">From start to end, start-up included.</param>
/// <param name="Megabytes">The most memory it held; 0 where the system does not say.</param>
/// <param name="Succeeded">Whether every run ended well.</param>
internal sealed record Stopwatched(double Milliseconds, double Megabytes, bool Succeeded)
{
    /// <param name="repository">Where it runs.</param>
    /// <param name="runs">How often.</param>
    /// <param name="prepare">What comes before each run, and is not measured.</param>
    /// <param name="program">What runs.</param>
    /// <param name="arguments">And with what.</param>
    public static Stopwatched Run(TempRepository repository, int runs, Action prepare, string program, params string[] arguments)
    {
        var results = Enumerable.Range(0, runs).Select(_ => Prepared(prepare, repository, program, arguments)).ToArray();
        return new(
            results.Select(result => result.Milliseconds).Order().ElementAt(runs / 2),
            results.Max(result => result.Megabytes),
            results.All(result => result.Succeeded));
    }

    public override string ToString() => Succeeded ? $"{Milliseconds:F0} ms" : $"fails after {Milliseconds:F0} ms";

    private static Stopwatched Prepared(Action prepare, TempRepository repository, string program, string[] arguments)
    {
        prepare();
        return Once(repository, program, arguments);
    }

    private static Stopwatched Once(TempRepository repository, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = repository.Path, RedirectStandardOutput = true, RedirectStandardError = true };

        foreach (var (name, value) in repository.Environment())
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var memory = 0L;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var error = process.StandardError.BaseStream.CopyToAsync(Stream.Null);

        while (!process.WaitForExit(5))
        {
            memory = Math.Max(memory, MemoryOf(process));
        }

        var elapsed = clock.Elapsed.TotalMilliseconds;
        Task.WaitAll(output, error);
        return new(elapsed, memory / 1_048_576.0, process.ExitCode == 0);
    }

    private static long MemoryOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended just now.
            return 0;
        }
    }
}
