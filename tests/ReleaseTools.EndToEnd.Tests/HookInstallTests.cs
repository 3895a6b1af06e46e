using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Hooks go into every kind of repository, beside whatever is there, and come out again without a trace.</summary>
[TestClass]
public sealed class HookInstallTests
{
    [TestMethod]
    [DataRow("fresh")]
    [DataRow("worktree")]
    [DataRow("worktree of its own setting")]
    [DataRow("submodule")]
    [DataRow("husky of npm")]
    [DataRow("husky of npm with a hook")]
    [DataRow("Husky.Net")]
    [DataRow("foreign path")]
    [DataRow("foreign path that is the usual one")]
    [DataRow("foreign path that is not there")]
    [DataRow("hooks in the folder of git")]
    [DataRow("configuration whose last line does not end")]
    [DataRow("configuration with empty sections")]
    [DataRow("configuration with carriage returns")]
    [DataRow("an empty folder of the usual name")]
    [DataRow("an empty folder that is set")]
    [DataRow("an empty folder above the one that is set")]
    [DataRow("a hook whose line does not end")]
    [DataRow("a hook for pushes whose line does not end")]
    [DataRow("line ends that are kept already")]
    public void What_was_there_is_there_again_after_uninstalling(string kind)
    {
        using var folder = new TempFolder();
        var (repository, place) = Make(folder, kind);
        var before = Snapshot(folder.Path);

        ReleaseCommand.Run(place, "hooks", "install").Expect();

        Commit(repository, place, "added stuff").Expect(1);
        Commit(repository, place, "feat: add stuff").Expect();
        repository.Git("-C", place, "-c", "core.hooksPath=/nowhere", "reset", "--quiet", "--soft", "HEAD~1");
        Assert.AreNotEqual(before, Snapshot(folder.Path));

        ReleaseCommand.Run(place, "hooks", "uninstall").Expect();

        Assert.AreEqual(before, Snapshot(folder.Path));
    }

    [TestMethod]
    public void What_somebody_set_after_installing_stays_set()
    {
        using var repository = Installed();
        repository.Git("config", "user.nickname", "ada");

        ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect();

        Assert.AreEqual("ada", repository.Git("config", "user.nickname"));
        Assert.DoesNotContain("hooksPath", File.ReadAllText(Path.Combine(repository.Path, ".git", "config")));
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, ".git", "release-tools", "hooks-setting")));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Hooks_that_are_checked_out_with_the_line_ends_of_Windows_run(bool isSaid)
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        ReleaseCommand.Run(repository.Path, "hooks", "install").Expect();

        if (!isSaid)
        {
            File.Delete(Path.Combine(repository.Path, ".husky", ".gitattributes"));
        }

        repository.Commit("chore: add hooks");
        repository.Git("clone", "--quiet", "-c", "core.autocrlf=true", repository.Path, folder.At("clone"));
        var hook = folder.At("clone/.husky/commit-msg");
        Assert.AreEqual(!isSaid, File.ReadAllText(hook).Contains('\r'));

        StringAssert.StartsWith(ReleaseCommand.Run(folder.At("clone"), "hooks", "install").Expect().Output, isSaid ? ".husky/commit-msg: there already.\n" : ".husky/commit-msg: written.\n");

        Assert.DoesNotContain("\r", File.ReadAllText(hook));
        Commit(repository, folder.At("clone"), "added stuff").Expect(1);
        Commit(repository, folder.At("clone"), "feat: add stuff").Expect();
        StringAssert.StartsWith(ReleaseCommand.Run(folder.At("clone"), "hooks", "uninstall").Expect().Output, ".husky/commit-msg: stays, since git tracks it.\n");
    }

    [TestMethod]
    [DataRow("\r\n", true)]
    [DataRow("\n", true)]
    [DataRow("", true)]
    [DataRow(" (do not touch)\n", false)]
    public void A_hook_of_ours_goes_whatever_its_line_ends_and_one_that_was_changed_is_told_of(string end, bool goes)
    {
        using var repository = Installed();
        var hook = Path.Combine(repository.Path, ".husky", "commit-msg");
        var text = File.ReadAllText(hook).TrimEnd('\n') + end;
        File.WriteAllText(hook, end == "\r\n" ? text.ReplaceLineEndings("\r\n") : text);

        StringAssert.StartsWith(
            ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect().Output,
            goes ? ".husky/commit-msg: removed.\n" : ".husky/commit-msg: stays, since the lines that run the check are not as installing wrote them. Take them out by hand.\n");
        Assert.AreEqual(!goes, File.Exists(hook));
    }

    [TestMethod]
    public void A_setting_of_several_values_is_told_with_the_way_out()
    {
        using var repository = Installed();
        repository.Git("config", "--add", "core.hooksPath", ".husky");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect(1).Error, "error RT4246: The repository's own configuration sets 'core.hooksPath' more than once");
        repository.Git("config", "--local", "--unset-all", "core.hooksPath");
        ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect();
    }

    [TestMethod]
    public void A_setting_that_cannot_be_taken_out_is_told_so()
    {
        using var repository = Installed();
        repository.Write(".git/config.lock", "");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect(3).Error, "error RT4045: git does not take out the setting 'core.hooksPath', so it goes on running the hooks there.");
        Assert.IsTrue(File.Exists(Path.Combine(repository.Path, ".husky", "commit-msg")));
    }

    [TestMethod]
    public void Both_hooks_and_each_alone_can_be_had()
    {
        using var repository = new TempRepository();

        var run = ReleaseCommand.Run(repository.Path, "hooks", "install", "pre-push").Expect();

        Assert.AreEqual(".husky/pre-push: written.\n.husky/.gitattributes: written.\ncore.hooksPath: .husky, in this repository's configuration.\n", run.Output);
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, ".husky", "commit-msg")));
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "install", "post-commit").Expect(2).Error, "error RT4200: 'post-commit' is no hook");
    }

    [TestMethod]
    public void Two_hooks_that_cannot_be_changed_are_complained_of_together()
    {
        using var repository = new TempRepository();
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "commit-msg"), "#!/usr/bin/env python3\n");
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "pre-push"), "#!/usr/bin/env node\n");

        var error = ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(1).Error;

        Assert.AreEqual(2, error.Split("error RT4041: ").Length - 1, error);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_graphical_client_that_knows_no_PATH_finds_the_tool_where_NET_puts_it()
    {
        using var repository = Installed();
        var home = Path.Combine(repository.Path, "home");
        WriteHook(Path.Combine(home, ".dotnet", "tools", "dotnet-release"), "#!/bin/sh\necho found: \"$*\" >&2\n");

        var run = Commit(repository, repository.Path, "feat: add stuff", ("PATH", "/usr/bin:/bin"), ("HOME", home)).Expect();

        StringAssert.Contains(run.Error, "found: lint --edit .git/COMMIT_EDITMSG\n");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_folder_that_DOTNET_ROOT_names_is_looked_into()
    {
        using var repository = Installed();
        WriteHook(Path.Combine(repository.Path, "sdk", "dotnet-release"), "#!/bin/sh\necho found >&2\n");

        var run = Commit(repository, repository.Path, "feat: add stuff", ("PATH", "/usr/bin:/bin"), ("HOME", repository.Path), ("DOTNET_ROOT", Path.Combine(repository.Path, "sdk"))).Expect();

        Assert.AreEqual("found\n", run.Error);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("\"releasetools.cli\"", "1.2.3", true)]
    [DataRow("\"ReleaseTools.Cli\"", "1.2.3", true)]
    [DataRow("\"releasetools.cli\"", "1.2.4", false)]
    [DataRow("\"RELEASETOOLS.CLI\"", "1.2.3", true)]
    [DataRow("\"releasetools.cli\"", "1.2.3", true, true)]
    [DataRow("\"releasetools.cli\"", "1.2.4", false, true)]
    public void The_native_program_of_the_pinned_version_starts_without_the_muxer(string name, string pinned, bool isDirect, bool isOneLine = false)
    {
        using var repository = Installed();
        WriteHook(Path.Combine(repository.Path, "store of packages", "releasetools.cli.linux-x64", "1.2.3", "tools", "net10.0", "linux-x64", "dotnet-release"), "#!/bin/sh\necho direct: \"$*\" >&2\n");
        WriteHook(Path.Combine(repository.Path, "bin", "dotnet"), "#!/bin/sh\necho muxer >&2\n");
        var manifest = $"{{\n  \"version\": 1,\n  \"tools\": {{\n    \"dotnet-ef\": {{\n      \"version\": \"9.0.0\"\n    }},\n    {name}: {{\n      \"version\": \"{pinned}\",\n      \"commands\": [ \"dotnet-release\" ]\n    }},\n    \"zed\": {{\n      \"version\": \"1.2.{(isDirect ? 4 : 3)}\"\n    }}\n  }}\n}}\n";
        repository.Write(".config/dotnet-tools.json", isOneLine ? manifest.Replace("\n", "", StringComparison.Ordinal) : manifest);
        var path = Path.Combine(repository.Path, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");

        var run = Commit(repository, repository.Path, "feat: add stuff", ("PATH", path), ("NUGET_PACKAGES", Path.Combine(repository.Path, "store of packages"))).Expect();

        Assert.AreEqual(isDirect ? "direct: lint --edit .git/COMMIT_EDITMSG\n" : "muxer\n", run.Error);
    }

    [TestMethod]
    public void What_git_says_of_a_push_reaches_the_lines_of_others_too()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Git("init", "--quiet", "--bare", folder.At("remote.git"));
        repository.Git("remote", "add", "origin", folder.At("remote.git"));
        var commit = repository.Commit("feat: begin");
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "pre-push"), "#!/bin/sh\nwhile read -r line; do echo \"theirs: $line\" >&2; done\n");
        ReleaseCommand.Run(repository.Path, "hooks", "install").Expect();

        var first = ProgramRun.Run(repository.Path, Variables(repository), "git", "push", "--quiet", "origin", "main").Expect();
        var second = ProgramRun.Run(repository.Path, Variables(repository), "git", "push", "--quiet", "origin", "main").Expect();

        StringAssert.Contains(first.Error, $"theirs: refs/heads/main {commit} refs/heads/main {new string('0', 40)}\n");
        Assert.AreEqual("", second.Error, "nothing to push is nothing to read");
    }

    private static (TempRepository Repository, string Place) Make(TempFolder folder, string kind)
    {
        var repository = new TempRepository(folder, "work");
        repository.Write("readme", "x").Commit("feat: begin");

        switch (kind)
        {
            case "worktree":
                return (repository, Worktree(repository, folder));
            case "worktree of its own setting":
                var linked = Worktree(repository, folder);
                repository.Git("config", "extensions.worktreeConfig", "true");
                repository.Git("-C", linked, "config", "--worktree", "core.hooksPath", "own hooks");
                return (repository, linked);
            case "submodule":
                var outer = new TempRepository(folder, "outer");
                outer.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", repository.Path, "inner");
                return (outer, Path.Combine(outer.Path, "inner"));
            case "husky of npm":
                Husky(repository);
                return (repository, repository.Path);
            case "husky of npm with a hook":
                repository.Write(".husky/commit-msg", "echo theirs\n").Write(".husky/pre-commit", "echo theirs\n").Commit("chore: add hooks");
                Husky(repository);
                return (repository, repository.Path);
            case "Husky.Net":
                repository.Git("config", "core.hooksPath", ".husky");
                repository.Write(".husky/task-runner.json", "{ \"tasks\": [] }\n").Write(".husky/_/husky.sh", "#!/bin/sh\n").Commit("chore: add tasks");
                return (repository, repository.Path);
            case "foreign path":
                repository.Git("config", "core.hooksPath", "build/git hooks");
                WriteHook(Path.Combine(repository.Path, "build", "git hooks", "commit-msg"), "#!/bin/bash\necho theirs\n");
                return (repository, repository.Path);
            case "foreign path that is the usual one":
                repository.Git("config", "core.hooksPath", ".husky");
                return (repository, repository.Path);
            case "foreign path that is not there":
                repository.Git("config", "core.hooksPath", "build/git hooks");
                return (repository, repository.Path);
            case "configuration whose last line does not end":
                Configure(repository, text => text + "[user]\n\tnickname = ada");
                return (repository, repository.Path);
            case "configuration with empty sections":
                Configure(repository, text => text + "[releasetools]\n[core]\n");
                return (repository, repository.Path);
            case "configuration with carriage returns":
                Configure(repository, text => text.ReplaceLineEndings("\r\n"));
                return (repository, repository.Path);
            case "an empty folder of the usual name":
                Directory.CreateDirectory(Path.Combine(repository.Path, ".husky"));
                return (repository, repository.Path);
            case "an empty folder that is set":
                repository.Git("config", "core.hooksPath", "build/hooks");
                Directory.CreateDirectory(Path.Combine(repository.Path, "build", "hooks"));
                return (repository, repository.Path);
            case "an empty folder above the one that is set":
                repository.Git("config", "core.hooksPath", "build/hooks");
                Directory.CreateDirectory(Path.Combine(repository.Path, "build"));
                return (repository, repository.Path);
            case "a hook whose line does not end":
                WriteHook(Path.Combine(repository.Path, ".git", "hooks", "commit-msg"), "#!/bin/sh");
                return (repository, repository.Path);
            case "a hook for pushes whose line does not end":
                WriteHook(Path.Combine(repository.Path, ".git", "hooks", "pre-push"), "#!/bin/sh");
                return (repository, repository.Path);
            case "line ends that are kept already":
                repository.Write(".husky/.gitattributes", "* text=auto eol=lf\n").Commit("chore: keep line ends");
                return (repository, repository.Path);
            case "hooks in the folder of git":
                WriteHook(Path.Combine(repository.Path, ".git", "hooks", "pre-push"), "#!/bin/sh\ncat >/dev/null\n");
                return (repository, repository.Path);
            default:
                return (repository, repository.Path);
        }
    }

    private static void Configure(TempRepository repository, Func<string, string> change)
    {
        var file = Path.Combine(repository.Path, ".git", "config");
        File.WriteAllText(file, change(File.ReadAllText(file)));
    }

    private static string Worktree(TempRepository repository, TempFolder folder)
    {
        repository.Git("worktree", "add", "--quiet", folder.At("linked"));
        return folder.At("linked");
    }

    private static void Husky(TempRepository repository)
    {
        if (Peers.Find(Path.Combine("husky", "bin.js")) is not { } husky)
        {
            Assert.Inconclusive("husky is not laid down: run npm ci in build/peers.");
            return;
        }

        ProgramRun.Run(repository.Path, repository.Environment(), "node", husky).Expect();
        Assert.AreEqual(".husky/_", repository.Git("config", "core.hooksPath"));
    }

    /// <summary>Every file with its mode and its bytes, and every folder; of git's own what it is configured by and its hooks.</summary>
    private static string Snapshot(string folder) => string.Join('\n', Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
        .Select(path => (path, name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
        .Where(entry => !entry.name.Contains(".git/", StringComparison.Ordinal) || entry.name.Contains("/hooks", StringComparison.Ordinal) || Path.GetFileName(entry.name).StartsWith("config", StringComparison.Ordinal))
        .Select(entry => Directory.Exists(entry.path) ? entry.name + "/" : $"{entry.name} {Mode(entry.path)} {Convert.ToHexString(File.ReadAllBytes(entry.path))}")
        .Order(StringComparer.Ordinal));

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "" : File.GetUnixFileMode(path).ToString();

    private static TempRepository Installed()
    {
        var repository = new TempRepository();
        ReleaseCommand.Run(repository.Path, "hooks", "install").Expect();
        return repository;
    }

    private static ProgramRun Commit(TempRepository repository, string place, string message, params (string Name, string Value)[] settings) =>
        ProgramRun.Run(place, Variables(repository, settings), "git", "commit", "--quiet", "--allow-empty", "--message", message);

    private static Dictionary<string, string?> Variables(TempRepository repository, params (string Name, string Value)[] settings)
    {
        var variables = new Dictionary<string, string?>(repository.Environment())
        {
            ["PATH"] = Path.GetDirectoryName(BuiltTool.Path) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["HUSKY"] = null,
        };

        foreach (var (name, value) in settings)
        {
            variables[name] = value;
        }

        return variables;
    }

    private static void WriteHook(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
