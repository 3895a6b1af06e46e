using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>The version of the last commit of a long history, asked of this tool, of nbgv, and as the bare walk of git.</summary>
internal static class VersionTable
{
    private const int Runs = 7;

    public static void Write(TextWriter output, LongHistory history, bool hasGraph)
    {
        // Into nothing where a shell can do that: reading it through a pipe would take longer than the walk.
        var git = OperatingSystem.IsWindows()
            ? Stopwatched.Run(history, Runs, "git", "rev-list", "--parents", "HEAD")
            : Stopwatched.Run(history, Runs, "sh", "-c", "exec git rev-list --parents HEAD >/dev/null");
        var ours = Stopwatched.Run(history, Runs, BuiltTool.Path, "version", "--get", "SemVer2");
        var nbgv = Peers.Find("nerdbank-gitversioning/nbgv.cli/tools/net10.0/any/nbgv.dll") is { } peer
            ? Stopwatched.Run(history, history.Commits > 10_000 ? 1 : Runs, "dotnet", peer, "get-version")
            : null;

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {history.Commits:N0}{(hasGraph ? ", commit-graph" : "")} | {git} | {ours} | {ours.Milliseconds / git.Milliseconds:F1} | {ours.Megabytes:F0} MB | {nbgv?.ToString() ?? "not installed"} | {(nbgv is null ? "" : $"{nbgv.Milliseconds / ours.Milliseconds:F1}")} |"));
    }
}
