using System.Globalization;
using ReleaseTools.Testing;

namespace ReleaseTools.Benchmarks;

/// <summary>What a commit waits for: the check of its message, by this tool, by commitlint and as part of <c>git commit</c>; and a long range beside <c>git log</c>.</summary>
internal static class LintTable
{
    private const int Runs = 15;
    private const int Commits = 10_000;
    private const string Message = "feat(api): add search\n\nIt looks into titles and texts.\n\nCloses: #12\n";

    public static void Write(TextWriter output, IEnumerable<(string Name, string Path)> tools)
    {
        using var history = new LongHistory(Commits);
        var repository = history.Repository.Write("COMMIT_EDITMSG", Message);
        Row(output, "an empty `sh` hook", Run(repository, "sh", "-c", "exit 0"));

        foreach (var (name, tool) in tools)
        {
            Row(output, $"`lint --edit`, {name}", Run(repository, tool, "lint", "--edit", "COMMIT_EDITMSG"));
        }

        Row(output, "`dotnet dotnet-release.dll lint --edit`", Run(repository, "dotnet", Path.ChangeExtension(BuiltTool.Path, "dll"), "lint", "--edit", "COMMIT_EDITMSG"));
        Row(output, "`commitlint --edit`", Commitlint(repository));
        Row(output, "`git commit` without a hook", Commit(repository));

        foreach (var (name, tool) in tools)
        {
            Install(repository, tool);
            Row(output, $"`git commit` with the hook, {name}", Commit(repository));
        }

        repository.Git("config", "core.hooksPath", "/nowhere");
        var log = Run(repository, "sh", "-c", "exec git log --format=%B HEAD >/dev/null");
        Row(output, $"`git log --format=%B`, {Commits:N0} commits", log);

        foreach (var (name, tool) in tools)
        {
            var range = Run(repository, tool, "lint", "--to", "HEAD");
            Row(output, $"`lint --to HEAD`, {name}", range, $"{range.Milliseconds / log.Milliseconds:F1} times `git log`");
        }
    }

    public static void WriteHead(TextWriter output)
    {
        output.WriteLine("| what | takes | |");
        output.WriteLine("|---|---:|---|");
    }

    private static void Row(TextWriter output, string what, Stopwatched? run, string remark = "") =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {(run is null ? "not installed" : $"{run.Milliseconds:F1} ms{(run.Succeeded ? "" : ", fails")}")} | {remark} |"));

    private static Stopwatched? Commitlint(TempRepository repository) => Peers.Find(Path.Combine("@commitlint", "cli", "cli.js")) is { } commitlint
        ? Run(repository, "node", commitlint, "--edit", "COMMIT_EDITMSG", "--config", Path.Combine(Peers.Folder, "@commitlint", "config-conventional", "lib", "index.js"))
        : null;

    private static Stopwatched Commit(TempRepository repository) => Run(repository, "git", "commit", "--quiet", "--allow-empty", "--file", "COMMIT_EDITMSG");

    /// <summary>The hook as it is installed, with the tool where it looks for it.</summary>
    private static void Install(TempRepository repository, string tool)
    {
        ReleaseCommand.Run(repository.Path, "hooks", "install", "commit-msg").Expect();
        var hook = Path.Combine(repository.Path, ".husky", "commit-msg");
        File.WriteAllText(hook, File.ReadAllText(hook).Replace("PATH=\"$PATH:${HOME-}/.dotnet/tools:", $"PATH=\"{Path.GetDirectoryName(tool)}:$PATH:", StringComparison.Ordinal));
    }

    private static Stopwatched Run(TempRepository repository, string program, params string[] arguments) => Stopwatched.Run(repository, Runs, () => { }, program, arguments);
}
