using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>The changelog of a whole history, release by release, asked of this tool and of git-cliff, beside the bare <c>git log</c> of the same fields.</summary>
internal static class ChangelogTable
{
    private const int Runs = 5;
    private const int MostForPeer = 10_000;
    private const string Fields = "%H%x00%P%x00%an%x00%ae%x00%at%x00%B";

    private static readonly (int Commits, int Tags)[] Histories = [(10_000, 20), (10_000, 200), (50_000, 200), (100_000, 20), (100_000, 200)];

    public static void Write(TextWriter output, string tool)
    {
        output.WriteLine("| commits | tags | `git log` | `changelog --all` | : git | memory | `git-cliff` | git-cliff : this |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");

        foreach (var (commits, tags) in Histories)
        {
            using var history = new LongHistory(commits, tags);
            Write(output, history, tool);
        }
    }

    private static void Write(TextWriter output, LongHistory history, string tool)
    {
        var git = OperatingSystem.IsWindows()
            ? Run(history, "git", "log", $"--format={Fields}")
            : Run(history, "sh", "-c", $"exec git log --format='{Fields}' >/dev/null");
        var own = Run(history, tool, "changelog", "--all");
        var peer = history.Commits <= MostForPeer && Peer() is { } cliff ? Run(history, cliff, "--offline", "--output", Path.Combine(history.Repository.Path, ".git", "cliff.md")) : null;

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {history.Commits:N0} | {history.Tags} | {git} | {own} | {own.Milliseconds / git.Milliseconds:F2} | {own.Megabytes:F0} MB | {peer?.ToString() ?? "–"} | {(peer is null ? "–" : $"{peer.Milliseconds / own.Milliseconds:F1}")} |"));
    }

    private static Stopwatched Run(LongHistory history, string program, params string[] arguments) => Stopwatched.Run(history.Repository, Runs, () => { }, program, arguments);

    /// <summary>The program itself, without the script that starts it.</summary>
    private static string? Peer() => new[] { "git-cliff-linux-x64/bin/git-cliff", "git-cliff-linux-arm64/bin/git-cliff", "git-cliff-darwin-arm64/bin/git-cliff", "git-cliff-windows-x64/bin/git-cliff.exe" }.Select(Peers.Find).FirstOrDefault(path => path is not null);
}
