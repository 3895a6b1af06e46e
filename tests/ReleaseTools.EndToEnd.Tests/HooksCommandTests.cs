using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Real commits through the real hook, which runs the program as it was built.</summary>
[TestClass]
public sealed class HooksCommandTests
{
    [TestMethod]
    public void A_bad_message_is_refused_with_rule_place_and_correction_and_a_good_one_passes()
    {
        using var repository = Installed();

        var refused = Commit(repository, "added stuff").Expect(1);
        var accepted = Commit(repository, "feat: add stuff");

        StringAssert.Contains(refused.Error, "COMMIT_EDITMSG(1,1): error RT4001: The first line has no type (rule type-empty).");
        StringAssert.Contains(refused.Error, "  | added stuff\n  | ^\n  | feat: added stuff   <- like this\n");
        Assert.AreEqual(0, accepted.ExitCode, accepted.All);
        Assert.AreEqual("feat: add stuff", repository.Git("log", "--format=%s"));
    }

    [TestMethod]
    public void Merges_reverts_and_fixups_pass()
    {
        using var repository = Installed();
        repository.Write("a", "1").Commit("feat: a");
        repository.Git("checkout", "--quiet", "-b", "topic");
        repository.Write("b", "1").Commit("feat: b");
        repository.Git("checkout", "--quiet", "main");

        Git(repository, "merge", "--no-ff", "--no-edit", "topic").Expect();
        Git(repository, "revert", "--no-edit", "topic").Expect();
        Git(repository, "commit", "--allow-empty", "--fixup", "HEAD").Expect();

        StringAssert.StartsWith(repository.Git("log", "--format=%s", "-3"), "fixup! Revert \"feat: b\"\nRevert \"feat: b\"\nMerge branch 'topic'");
    }

    [TestMethod]
    public void A_number_sign_at_the_start_hides_nothing_when_no_editor_is_open()
    {
        using var repository = Installed();

        Commit(repository, "#12 added stuff").Expect(1);
    }

    [TestMethod]
    public void Hints_in_an_editors_file_are_not_part_of_the_message()
    {
        using var repository = Installed();
        repository.Git("config", "core.commentChar", ";");
        var message = repository.Write("message", "; a hint\n\nfeat: add stuff\n; ------------------------ >8 ------------------------\n" + new string('x', 200)).Path;

        Git(repository, [("GIT_EDITOR", "true")], "commit", "--allow-empty", "--edit", "--cleanup=scissors", "--file", Path.Combine(message, "message")).Expect();
    }

    [TestMethod]
    public void HUSKY_0_skips_the_check()
    {
        using var repository = Installed();

        Git(repository, [("HUSKY", "0")], "commit", "--allow-empty", "--message", "added stuff").Expect();
    }

    [TestMethod]
    public void The_version_a_tool_manifest_pins_goes_before_a_global_one()
    {
        using var repository = Installed();
        WriteHook(Path.Combine(repository.Path, "bin", "dotnet"), "#!/bin/sh\necho pinned: \"$1 $2 $3 $4\" >&2\n");
        WriteHook(Path.Combine(repository.Path, "bin", "dotnet-release"), "#!/bin/sh\necho global >&2\n");
        (string, string)[] path = [("PATH", Path.Combine(repository.Path, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"))];

        var before = Git(repository, path, "commit", "--quiet", "--allow-empty", "--message", "feat: add stuff").Expect();
        repository.Write(".config/dotnet-tools.json", """{ "tools": { "releasetools.cli": { "version": "1.0.0" } } }""");
        var after = Git(repository, path, "commit", "--quiet", "--allow-empty", "--message", "feat: add stuff").Expect();

        Assert.AreEqual("global\n", before.Error);
        Assert.AreEqual("pinned: tool run dotnet-release lint\n", after.Error);
    }

    [TestMethod]
    public void Where_the_program_is_missing_one_line_says_how_to_get_it()
    {
        using var repository = Installed();
        var path = string.Join(Path.PathSeparator, Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Where(folder => !File.Exists(Path.Combine(folder, Path.GetFileName(BuiltTool.Path)))));

        var refused = Git(repository, [("PATH", path), ("HOME", repository.Path)], "commit", "--allow-empty", "--message", "feat: add stuff").Expect(1);

        Assert.AreEqual("commit-msg: dotnet-release is not installed. Run 'dotnet tool install --global ReleaseTools.Cli', or set HUSKY=0 to go on without it.\n", refused.Error);
    }

    [TestMethod]
    public void Installing_twice_changes_nothing_and_uninstalling_leaves_what_was()
    {
        using var repository = new TempRepository();
        var before = File.ReadAllText(Path.Combine(repository.Path, ".git", "config"));
        Install(repository);
        var script = File.ReadAllText(Hook(repository));

        StringAssert.Contains(Install(repository).Output, "nothing to do");
        Assert.AreEqual(script, File.ReadAllText(Hook(repository)));
        ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect();

        Assert.IsFalse(Directory.Exists(Path.GetDirectoryName(Hook(repository))));
        Assert.AreEqual(before, File.ReadAllText(Path.Combine(repository.Path, ".git", "config")));
        Commit(repository, "added stuff").Expect();
    }

    [TestMethod]
    public void A_committed_hook_stays_when_one_clone_does_without()
    {
        using var repository = Installed();
        repository.Git("add", "--all");
        Commit(repository, "chore: add the hook").Expect();

        var run = ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect();

        StringAssert.StartsWith(run.Output, ".husky/commit-msg: stays, since git tracks it");
        StringAssert.Contains(run.Output, "core.hooksPath: unset.\n");
        Assert.AreEqual("", repository.Git("status", "--porcelain"));
        Commit(repository, "added stuff").Expect();
    }

    [TestMethod]
    public void The_hook_of_somebody_else_still_runs()
    {
        using var repository = new TempRepository();
        var theirs = "#!/bin/sh\necho theirs >&2\nexit 0\n";
        repository.Git("config", "core.hooksPath", "hooks of ours");
        WriteHook(Path.Combine(repository.Path, "hooks of ours", "commit-msg"), theirs);

        Install(repository);

        Commit(repository, "added stuff").Expect(1);
        StringAssert.Contains(Commit(repository, "feat: add stuff").Expect().Error, "theirs");
        ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect();
        Assert.AreEqual(theirs, File.ReadAllText(Path.Combine(repository.Path, "hooks of ours", "commit-msg")));
        Assert.AreEqual("hooks of ours", repository.Git("config", "core.hooksPath"));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_hook_that_was_committed_on_Windows_is_made_executable()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        Install(repository);
        repository.Git("add", "--all");
        repository.Git("update-index", "--chmod=-x", ".husky/commit-msg");
        repository.Git("-c", "core.hooksPath=/nowhere", "commit", "--quiet", "--message", "chore: add the hook");
        repository.Git("clone", "--quiet", ".", Path.Combine(folder.Path, "clone"));
        var clone = Path.Combine(folder.Path, "clone");

        var first = ReleaseCommand.Run(clone, "hooks", "install").Expect();
        var second = ReleaseCommand.Run(clone, "hooks", "install").Expect();

        StringAssert.StartsWith(first.Output, ".husky/commit-msg: made executable, so that git runs it.\n");
        Assert.AreEqual(".husky/commit-msg: nothing to do.\n.husky/pre-push: nothing to do.\n", second.Output);
        ProgramRun.Run(clone, Variables(repository, []), "git", "commit", "--allow-empty", "--message", "added stuff").Expect(1);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_hook_that_is_switched_off_is_not_switched_on()
    {
        using var repository = new TempRepository();
        const string theirs = "#!/bin/sh\nexit 1\n";
        repository.Git("config", "core.hooksPath", "hooks");
        repository.Write("hooks/commit-msg", theirs);

        var refused = ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(1);

        StringAssert.Contains(refused.Error, "error RT4044: ");
        Assert.AreEqual(theirs, File.ReadAllText(Path.Combine(repository.Path, "hooks", "commit-msg")));
        Commit(repository, "added stuff").Expect();
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("shared")]
    [DataRow("nowhere")]
    [DataRow("commit-msg")]
    public void A_hook_that_is_a_link_stays_one(string target)
    {
        using var repository = new TempRepository();
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "shared"), "#!/bin/sh\n");
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "pre-push"), "#!/bin/sh\n");
        var hook = Path.Combine(repository.Path, ".git", "hooks", "commit-msg");
        File.CreateSymbolicLink(hook, target);

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(1).Error, "error RT4043: ");

        Assert.AreEqual(target, new FileInfo(hook).LinkTarget);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void The_check_is_not_taken_out_through_a_link()
    {
        using var repository = Installed();
        File.Move(Hook(repository), Path.Combine(repository.Path, "shared"));
        File.CreateSymbolicLink(Hook(repository), "../shared");

        StringAssert.Contains(Install(repository).Output, "nothing to do");
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect(1).Error, "error RT4043: ");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_link_that_leads_nowhere_is_no_hook()
    {
        using var repository = new TempRepository();
        File.CreateSymbolicLink(Path.Combine(repository.Path, ".git", "hooks", "pre-push"), "nowhere");

        StringAssert.Contains(Install(repository).Output, "core.hooksPath: .husky");
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect().Output, "core.hooksPath: unset");
    }

    [TestMethod]
    public void The_hooks_of_git_p4_count_as_hooks()
    {
        using var repository = new TempRepository();
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "p4-pre-submit"), "#!/bin/sh\n");

        StringAssert.StartsWith(Install(repository).Output, ".git/hooks/commit-msg: written.\n");
    }

    [TestMethod]
    public void A_hook_written_by_hand_stays_and_uninstalling_makes_git_forget_it()
    {
        using var repository = new TempRepository();
        const string byHand = "#!/bin/sh\nexec dotnet-release lint --edit \"$1\"\n";
        WriteHook(Hook(repository), byHand);

        StringAssert.Contains(Install(repository).Output, "core.hooksPath: .husky");
        Commit(repository, "added stuff").Expect(1);
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect().Output, "core.hooksPath: unset");

        Assert.AreEqual(byHand, File.ReadAllText(Hook(repository)));
        Commit(repository, "added stuff").Expect();
    }

    [TestMethod]
    public void Other_hooks_in_gits_own_folder_still_run()
    {
        using var repository = new TempRepository();
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "post-commit"), "#!/bin/sh\necho post >&2\n");

        Install(repository);

        Commit(repository, "added stuff").Expect(1);
        StringAssert.Contains(Commit(repository, "feat: add stuff").Expect().Error, "post");
    }

    [TestMethod]
    public void A_linked_worktree_has_the_hook_too()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        Install(repository);
        repository.Commit("chore: add the hook");
        repository.Git("worktree", "add", "--quiet", Path.Combine(folder.Path, "linked"));

        ProgramRun.Run(Path.Combine(folder.Path, "linked"), Variables(repository, []), "git", "commit", "--allow-empty", "--message", "added stuff").Expect(1);
    }

    [TestMethod]
    public void One_worktree_does_not_switch_off_the_hooks_of_another()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        Install(repository);
        repository.Commit("chore: add the hook");
        var linked = folder.At("linked");
        repository.Git("worktree", "add", "--quiet", linked);

        StringAssert.Contains(ReleaseCommand.Run(linked, "hooks", "uninstall").Expect(1).Error, "error RT4240: ");
        Commit(repository, "added stuff").Expect(1);

        var run = ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect();
        StringAssert.Contains(run.Error, $"git runs no hooks in '{linked}' any more either.");
        StringAssert.Contains(run.Output, "core.hooksPath: unset.\n");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("")]
    [DataRow("/dev/null")]
    [DataRow("readme")]
    public void Hooks_that_are_switched_off_stay_off(string path)
    {
        using var repository = new TempRepository();
        repository.Write("readme", "x").Git("config", "core.hooksPath", path);

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(1).Error, $"error RT4241: 'core.hooksPath' is '{path}' in git's local configuration");

        ReleaseCommand.Run(repository.Path, "hooks", "uninstall").Expect();
        Assert.AreEqual(path, repository.Git("config", "core.hooksPath"));
        Assert.IsFalse(Directory.Exists(Path.GetDirectoryName(Hook(repository))));
    }

    [TestMethod]
    public void A_file_that_is_named_as_the_folder_of_hooks_stays()
    {
        using var repository = new TempRepository();
        repository.Write(".husky", "x");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(1).Error, "error RT4242: ");
        Assert.AreEqual("x", File.ReadAllText(Path.Combine(repository.Path, ".husky")));
    }

    [TestMethod]
    public void A_bare_repository_gets_no_hooks()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Git("init", "--quiet", "--bare", folder.At("bare.git"));

        StringAssert.Contains(ReleaseCommand.Run(folder.At("bare.git"), "hooks", "install").Expect(1).Error, "error RT4243: ");
        Assert.IsFalse(Directory.Exists(folder.At("bare.git/.husky")));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Husky_of_npm_that_is_not_prepared_is_prepared_first()
    {
        using var repository = new TempRepository();
        repository.Write("package.json", """{ "devDependencies": { "husky": "^9.0.0" } }""").Write(".husky/commit-msg", "npx commitlint --edit $1\n");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(1).Error, "error RT4244: ");
        Assert.AreEqual("npx commitlint --edit $1\n", File.ReadAllText(Hook(repository)));

        repository.Write("package.json", "{ ");
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(1).Error, "error RT4044: ");
    }

    [TestMethod]
    public void The_hook_is_plain_shell()
    {
        using var own = Installed();
        using var added = new TempRepository();
        WriteHook(Path.Combine(added.Path, ".git", "hooks", "commit-msg"), "#!/bin/sh\nexit 0\n");
        WriteHook(Path.Combine(added.Path, ".git", "hooks", "pre-push"), "#!/bin/sh\nexec cat\n");
        Install(added);
        string[] hooks = [Hook(own), HookOf(own, "pre-push"), Path.Combine(added.Path, ".git", "hooks", "commit-msg"), Path.Combine(added.Path, ".git", "hooks", "pre-push")];

        try
        {
            Assert.AreEqual("", ProgramRun.Run(own.Path, CleanEnvironment.Variables, "shellcheck", ["--shell=sh", .. hooks]).All.Split('\n', 2)[1].Replace("(exit 0)", "", StringComparison.Ordinal));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Inconclusive("shellcheck is not installed: apt-get install shellcheck.");
        }
    }

    [TestMethod]
    public void A_comment_that_speaks_of_the_check_is_not_the_check()
    {
        using var repository = new TempRepository();
        WriteHook(Path.Combine(repository.Path, ".git", "hooks", "commit-msg"), "#!/bin/sh\n# dotnet-release lint --edit \"$1\" is off for now\nexit 0\n");

        Install(repository);

        Commit(repository, "added stuff").Expect(1);
    }

    [TestMethod]
    public void Where_the_setting_cannot_be_written_nothing_is_left_behind()
    {
        using var repository = new TempRepository();
        repository.Write(".git/config.lock", "");

        var run = ReleaseCommand.Run(repository.Path, "hooks", "install").Expect(3);

        StringAssert.Contains(run.Error, "error RT4045: ");
        Assert.IsFalse(File.Exists(Hook(repository)));
    }

    private static TempRepository Installed()
    {
        var repository = new TempRepository();
        Install(repository);
        return repository;
    }

    private static ProgramRun Install(TempRepository repository) => ReleaseCommand.Run(repository.Path, "hooks", "install").Expect();

    private static string Hook(TempRepository repository) => HookOf(repository, "commit-msg");

    private static string HookOf(TempRepository repository, string name) => Path.Combine(repository.Path, ".husky", name);

    private static void WriteHook(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static ProgramRun Commit(TempRepository repository, string message) => Git(repository, "commit", "--allow-empty", "--message", message);

    private static ProgramRun Git(TempRepository repository, params string[] arguments) => Git(repository, [], arguments);

    private static ProgramRun Git(TempRepository repository, (string Name, string Value)[] settings, params string[] arguments) =>
        ProgramRun.Run(repository.Path, Variables(repository, settings), "git", arguments);

    /// <summary>The built program on the PATH, as an installed tool is.</summary>
    private static Dictionary<string, string?> Variables(TempRepository repository, (string Name, string Value)[] settings)
    {
        var variables = new Dictionary<string, string?>(repository.Environment())
        {
            ["PATH"] = Path.GetDirectoryName(BuiltTool.Path) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["HUSKY"] = null,
            ["GIT_EDITOR"] = null,
        };

        foreach (var (name, value) in settings)
        {
            variables[name] = value;
        }

        return variables;
    }
}
