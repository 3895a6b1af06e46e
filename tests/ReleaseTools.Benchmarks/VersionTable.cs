using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>The version of the last commit of a long history, asked of this tool, of nbgv, and as the bare walk of git.</summary>
internal static class VersionTable
{
    private const int Runs = 9;

    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("| commits | `git rev-list --parents HEAD` | cold | : git | memory | warm | `--help` | `nbgv get-version` | nbgv : cold |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    }

    public static void Write(TextWriter output, LongHistory history, string tool, bool hasGraph)
    {
        // Into nothing where a shell can do that: reading it through a pipe would take longer than the walk.
        var git = OperatingSystem.IsWindows()
            ? Stopwatched.Run(history.Repository, Runs, Nothing, "git", "rev-list", "--parents", "HEAD")
            : Stopwatched.Run(history.Repository, Runs, Nothing, "sh", "-c", "exec git rev-list --parents HEAD >/dev/null");
        var cold = Stopwatched.Run(history.Repository, Runs, history.Forget, tool, "version", "--get", "SemVer2");
        var warm = Stopwatched.Run(history.Repository, Runs, Nothing, tool, "version", "--get", "SemVer2");
        var help = Stopwatched.Run(history.Repository, Runs, Nothing, tool, "--help");
        var nbgv = Peers.Find("nerdbank-gitversioning/nbgv.cli/tools/net10.0/any/nbgv.dll") is { } peer
            ? Stopwatched.Run(history.Repository, history.Commits > 10_000 ? 1 : Runs, Nothing, "dotnet", peer, "get-version")
            : null;

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {history.Commits:N0}{(hasGraph ? ", commit-graph" : "")} | {git} | {cold} | {cold.Milliseconds / git.Milliseconds:F1} | {cold.Megabytes:F0} MB | {warm} | {help} | {nbgv?.ToString() ?? "not installed"} | {(nbgv is null ? "" : $"{nbgv.Milliseconds / cold.Milliseconds:F1}")} |"));
    }

    private static void Nothing()
    {
    }
}
