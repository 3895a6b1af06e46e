using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Tasks of a task-runner.json, run by real commits. The formatter turns every letter into its upper case.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // The formatter is a shell script.
public sealed class HooksRunTests
{
    private const string Formatter = "#!/bin/sh\nprintf '%s\\n' \"$#\" >> \"$(git rev-parse --git-dir)/runs\"\nfor file; do tr a-z A-Z < \"$file\" > \"$file.new\" && cat \"$file.new\" > \"$file\" && rm \"$file.new\"; done\n";

    [TestMethod]
    public void A_file_that_is_staged_in_part_is_formatted_and_keeps_the_part_that_is_not()
    {
        using var repository = Sample("""{ "tasks": [ { "name": "format", "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "src/**/*.txt" ] } ] }""");
        repository.Write("src/whole.txt", "whole\n").Write("src/part ü.txt", "one\n").Write("other.txt", "other\n");
        repository.Git("add", "--all");
        repository.Write("src/part ü.txt", "one\ntwo\n");

        Commit(repository).Expect();

        Assert.AreEqual("WHOLE", repository.Git("show", "HEAD:src/whole.txt"));
        Assert.AreEqual("ONE", repository.Git("show", "HEAD:src/part ü.txt"));
        Assert.AreEqual("other", repository.Git("show", "HEAD:other.txt"));
        Assert.AreEqual("ONE\nTWO\n", File.ReadAllText(Path.Combine(repository.Path, "src/part ü.txt")));
        Assert.AreEqual(" M \"src/part \\303\\274.txt\"", repository.Git("status", "--porcelain"));
    }

    [TestMethod]
    public void Five_thousand_staged_files_reach_the_command_in_several_lines()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "count.sh", "${staged}" ], "include": [ "**/*.cs" ] } ] }""");
        repository.Write("count.sh", "printf '%s\\n' \"$#\" >> \"$(git rev-parse --git-dir)/runs\"\n");

        for (var i = 0; i < 5000; i++)
        {
            repository.Write($"src/Component/Folder/File{i:0000}.cs", "");
        }

        repository.Git("add", "--all");

        Commit(repository).Expect();

        var runs = File.ReadAllLines(Path.Combine(repository.Path, ".git", "runs")).Select(int.Parse).ToArray();
        Assert.HasCount(2, runs);
        Assert.AreEqual(5000, runs.Sum());
    }

    [TestMethod]
    public void A_task_that_fails_stops_the_commit_and_leaves_the_index_as_it_was()
    {
        using var repository = Sample("""
            { "tasks": [
              { "name": "format", "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "src/*" ] },
              { "name": "check", "group": "pre-commit", "command": "sh", "args": [ "-c", "echo no good; exit 7" ] },
              { "name": "never", "group": "pre-commit", "command": "sh", "args": [ "-c", "echo never" ] }
            ] }
            """);
        repository.Write("src/whole.txt", "whole\n").Write("src/part.txt", "one\n");
        repository.Git("add", "--all");
        repository.Write("src/part.txt", "one\ntwo\n");
        var staged = repository.Git("ls-files", "--stage");

        var run = Commit(repository).Expect(1);

        StringAssert.Contains(run.All, "no good");
        StringAssert.Contains(run.Error, ".husky/task-runner.json(3,3): error RT4212: The task 'check' ends with exit code 7");
        Assert.IsFalse(run.All.Contains("never", StringComparison.Ordinal));
        Assert.AreEqual(staged, repository.Git("ls-files", "--stage"));
        Assert.AreEqual(0, Directory.GetFiles(Path.Combine(repository.Path, "src"), "*_part.txt").Length, "no copy is left");
    }

    [TestMethod]
    [DataRow("--all")]
    [DataRow("src/a.txt")]
    public void Commits_with_an_index_of_their_own_are_formatted_too(string what)
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "src/*" ] } ] }""");
        repository.Write("src/a.txt", "a\n").Commit("feat: a");
        repository.Write("src/a.txt", "b\n");

        Git(repository, "commit", "--quiet", "--message", "feat: b", what).Expect();

        Assert.AreEqual("B", repository.Git("show", "HEAD:src/a.txt"));
        Assert.AreEqual("", repository.Git("status", "--porcelain"), "the repository's index holds what was committed");
    }

    [TestMethod]
    public void A_staged_file_that_a_sparse_checkout_leaves_out_stays_in_the_commit()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "**/*.txt" ] } ] }""");
        repository.Write("away/far.txt", "far\n").Write("near.txt", "near\n").Commit("feat: a");
        repository.Write("away/far.txt", "further\n").Write("near.txt", "nearer\n");
        repository.Git("add", "--all");
        repository.Git("update-index", "--skip-worktree", "away/far.txt");
        File.Delete(Path.Combine(repository.Path, "away", "far.txt"));

        Commit(repository).Expect();

        Assert.AreEqual("further", repository.Git("show", "HEAD:away/far.txt"));
        Assert.AreEqual("NEARER", repository.Git("show", "HEAD:near.txt"));
        Assert.AreEqual("1\n", File.ReadAllText(Path.Combine(repository.Path, ".git", "runs")), "the command gets the file that is there");
        Assert.AreEqual("S away/far.txt", repository.Git("ls-files", "-t", "away"));
    }

    [TestMethod]
    public void What_is_staged_while_tasks_run_outlives_a_task_that_fails()
    {
        using var repository = Sample("""
            { "tasks": [
              { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "src/*" ] },
              { "group": "pre-commit", "command": "sh", "args": [ "-c", "echo mine > src/b.txt; git add later.txt src/b.txt; exit 1" ] }
            ] }
            """);
        repository.Write("src/a.txt", "a\n").Write("src/b.txt", "b\n");
        repository.Git("add", "--all");
        repository.Write("later.txt", "later\n");

        Commit(repository).Expect(1);

        Assert.AreEqual("a", repository.Git("show", ":src/a.txt"), "what the run staged is taken back");
        Assert.AreEqual("later", repository.Git("show", ":later.txt"));
        Assert.AreEqual("mine", repository.Git("show", ":src/b.txt"), "somebody staged it anew");
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)] // Others have no names that are no UTF-8.
    public void Names_that_are_no_UTF8_are_committed_as_they_are_staged()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "**/*.txt" ] } ] }""");
        InShell(repository, """printf 'one\n' > "$(printf 'a\377.txt')"; printf 'one\n' > "$(printf 'b\377.txt')"; echo one > c.txt; git add .; printf 'two\n' >> "$(printf 'a\377.txt')"; mkdir d; echo x > "$(printf 'd/caf\351.md')"; echo x > "$(printf 'd/caf\350.md')"; git add d""");

        var run = Commit(repository);
        InShell(repository, "rm -r a* b* d"); // .NET cannot delete what it cannot name.

        run.Expect();
        Assert.AreEqual("\"a\\377.txt\"\n\"b\\377.txt\"\nc.txt\n\"d/caf\\350.md\"\n\"d/caf\\351.md\"", repository.Git("diff-tree", "--no-commit-id", "--name-only", "-r", "HEAD"));
        Assert.AreEqual("ONE", repository.Git("show", "HEAD:c.txt"));
        StringAssert.Contains(run.Error, "warning RT4223: The name of the file \"a\\377.txt\" is no UTF-8");
        Assert.AreEqual("1\n", File.ReadAllText(Path.Combine(repository.Path, ".git", "runs")), "the command gets the file that can be named");
    }

    [TestMethod]
    public void What_is_no_file_on_disk_any_more_is_handed_to_no_command()
    {
        using var folder = new TempFolder();
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "**/*.txt" ] } ] }""");
        File.WriteAllText(folder.At("outside.txt"), "outside\n");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "link.txt"), folder.At("outside.txt"));
        repository.Write("became-link.txt", "staged\n").Write("folder/outside.txt", "staged\n").Write("gone/y.txt", "staged\n").Write("plain.txt", "plain\n");
        repository.Git("add", "--all");
        InShell(repository, $"ln -sf '{folder.At("outside.txt")}' became-link.txt; rm -r folder gone; ln -s '{folder.Path}' folder; echo file > gone");

        var run = Commit(repository).Expect();

        Assert.AreEqual("outside\n", File.ReadAllText(folder.At("outside.txt")));
        Assert.AreEqual("PLAIN", repository.Git("show", "HEAD:plain.txt"));
        Assert.AreEqual("STAGED", repository.Git("show", "HEAD:became-link.txt"), "the part that is staged is a file");
        Assert.AreEqual("staged", repository.Git("show", "HEAD:folder/outside.txt"));
        Assert.AreEqual("staged", repository.Git("show", "HEAD:gone/y.txt"));
        StringAssert.Contains(run.Error, "warning RT4224: A copy of what is staged of 'gone/y.txt'");
        Assert.AreEqual("file\n", File.ReadAllText(Path.Combine(repository.Path, "gone")));
        Assert.HasCount(1, Directory.GetFiles(folder.Path), "no copy is left there");
    }

    [TestMethod]
    public void A_file_that_was_a_link_is_formatted_and_folders_that_are_gone_stay_gone()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "**/*.txt" ] } ] }""");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "a.txt"), "format.sh");
        repository.Commit("feat: a link");
        File.Delete(Path.Combine(repository.Path, "a.txt"));
        repository.Write("a.txt", "a\n").Write("gone/with/b.txt", "b\n");
        repository.Git("add", "--all");
        Directory.Delete(Path.Combine(repository.Path, "gone"), recursive: true);

        Commit(repository).Expect();

        Assert.AreEqual("A", repository.Git("show", "HEAD:a.txt"));
        Assert.AreEqual("B", repository.Git("show", "HEAD:gone/with/b.txt"));
        Assert.IsFalse(Directory.Exists(Path.Combine(repository.Path, "gone")));
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)] // The limit of a name is 255 bytes there.
    public void A_name_without_room_for_a_copy_is_committed_as_it_is_staged()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "**/*.txt" ] } ] }""");
        var name = new string('n', 248) + ".txt";
        repository.Write(name, "one\n");
        repository.Git("add", "--all");
        repository.Write(name, "one\ntwo\n");

        StringAssert.Contains(Commit(repository).Expect().Error, $"warning RT4224: A copy of what is staged of '{name}'");

        Assert.AreEqual("one", repository.Git("show", $"HEAD:{name}", "--"));
        Assert.AreEqual("one\ntwo\n", File.ReadAllText(Path.Combine(repository.Path, name)));
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, ".git", "runs")), "a command without files is not run");
    }

    [TestMethod]
    public void Where_the_index_is_locked_it_is_said_that_nothing_is_taken_back()
    {
        using var repository = Sample("""
            { "tasks": [
              { "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "src/*" ] },
              { "command": "sh", "args": [ "-c", "touch .git/index.lock; exit 1" ] }
            ] }
            """);
        repository.Write("src/a.txt", "a\n");
        repository.Git("add", "--all");
        var staged = repository.Git("ls-files", "--stage");

        var run = Run(repository).Expect(1);

        StringAssert.Contains(run.Error, "error RT4212: The task 'sh' ends with exit code 1, so nothing more is done. Correct");
        StringAssert.Contains(run.Error, "error RT4225: What the tasks staged is not taken back");
        Assert.AreEqual("A", repository.Git("show", ":src/a.txt"));
        var command = run.Error.Split("'git update-index ")[1].Split('\'')[0];
        InShell(repository, $"rm .git/index.lock; git update-index {command}");
        Assert.AreEqual(staged, repository.Git("ls-files", "--stage"));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Links_and_submodules_are_committed_as_they_are_staged(bool noPartial)
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "true", "args": [ "${staged}" ] } ] }""", noPartial ? "--no-partial" : "");
        using var folder = new TempFolder();
        using var inner = new TempRepository(folder, "inner");
        var first = inner.Commit("feat: one");
        repository.Git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", inner.Path, "sub");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "link"), "staged");
        repository.Git("add", "--all");
        File.Delete(Path.Combine(repository.Path, "link"));
        File.CreateSymbolicLink(Path.Combine(repository.Path, "link"), "not-staged");
        ProgramRun.Run(Path.Combine(repository.Path, "sub"), repository.Environment(), "git", "commit", "--quiet", "--allow-empty", "--message", "feat: two").Expect();

        Commit(repository).Expect();

        Assert.AreEqual("staged", repository.Git("show", "HEAD:link"));
        Assert.AreEqual(first, repository.Git("rev-parse", "HEAD:sub"));
    }

    [TestMethod]
    public void Without_parts_only_the_files_of_the_task_are_staged_whole()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "src/*" ] } ] }""", "--no-partial");
        repository.Write("src/part.txt", "one\n").Write("other.txt", "one\n");
        repository.Git("add", "--all");
        repository.Write("src/part.txt", "one\ntwo\n").Write("other.txt", "one\ntwo\n");

        Commit(repository).Expect();

        Assert.AreEqual("ONE\nTWO", repository.Git("show", "HEAD:src/part.txt"));
        Assert.AreEqual("one", repository.Git("show", "HEAD:other.txt"));
        Assert.AreEqual(" M other.txt", repository.Git("status", "--porcelain"));
    }

    [TestMethod]
    [DataRow("HUP", 129)]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public void A_signal_leaves_neither_copies_nor_a_changed_index(string signal, int exit)
    {
        using var repository = Sample("""
            { "tasks": [
              { "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "src/*" ] },
              { "command": "sh", "args": [ "-c", "kill -$0 $PPID; sleep 60", "${args}", "${staged}" ] }
            ] }
            """);
        repository.Write("src/whole.txt", "whole\n").Write("src/part.txt", "one\n");
        repository.Git("add", "--all");
        repository.Write("src/part.txt", "one\ntwo\n");
        var staged = repository.Git("ls-files", "--stage");

        BuiltTool.Run(repository.Path, new Dictionary<string, string?>(repository.Environment()) { ["HUSKY"] = null }, "hooks", "run", "--args", signal).Expect(exit);

        Assert.AreEqual(staged, repository.Git("ls-files", "--stage"));
        Assert.AreEqual("", repository.Git("ls-files", "--others"), "no copy is left");
    }

    [TestMethod]
    public void A_child_that_a_task_leaves_behind_holds_nothing_up()
    {
        using var repository = Sample("""{ "tasks": [ { "command": "sh", "args": [ "-c", "(for i in 1 2 3 4 5 6 7 8 9 10; do [ -e seen ] || sleep 2; done; touch late) & echo said" ] } ] }""");

        var run = Run(repository).Expect();

        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, "late")), "it is still there");
        Assert.AreEqual("said\n", run.Output);
        repository.Write("seen", "");
    }

    [TestMethod]
    public void Files_in_one_argument_are_staged_again_too()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "-c", "IFS=:; sh format.sh $0", "${staged::}" ], "include": [ "src/*" ] } ] }""");
        repository.Write("src/whole.txt", "whole\n").Write("src/part.txt", "one\n");
        repository.Git("add", "--all");
        repository.Write("src/part.txt", "one\ntwo\n");

        Commit(repository).Expect();

        Assert.AreEqual("WHOLE", repository.Git("show", "HEAD:src/whole.txt"));
        Assert.AreEqual("ONE", repository.Git("show", "HEAD:src/part.txt"));
        Assert.AreEqual(" M src/part.txt", repository.Git("status", "--porcelain"));
    }

    [TestMethod]
    public void Line_ends_that_git_keeps_otherwise_come_back()
    {
        using var repository = Sample("""{ "tasks": [ { "group": "pre-commit", "command": "sh", "args": [ "format.sh", "${staged}" ], "include": [ "*.txt" ] } ] }""");
        repository.Write(".gitattributes", "*.txt text eol=crlf\n").Write("part.txt", "one\r\n");
        repository.Git("add", "--all");
        repository.Write("part.txt", "one\r\ntwo\r\n");

        Commit(repository).Expect();

        Assert.AreEqual("ONE", repository.Git("show", "HEAD:part.txt"));
    }

    [TestMethod]
    public void Tasks_are_chosen_by_name_group_and_branch_and_get_the_arguments_of_the_run()
    {
        using var repository = Sample("""
            { "tasks": [
              { "name": "One", "group": "a", "command": "echo", "args": [ "one", "${args}" ] },
              { "name": "two", "group": "b", "command": "echo", "args": [ "two", "all: ${args}" ] },
              { "name": "three", "group": "b", "branch": "^release/", "command": "echo", "args": [ "three" ] },
              { "name": "four", "group": "b", "command": "echo", "args": [ "four" ], "output": "never" },
              { "name": "five", "group": "b", "command": "pwd", "cwd": "src" },
              { "name": "six", "group": "b", "command": "echo", "args": [ "six", "${nobody-knows}" ] },
              { "name": "seven", "group": "b" }
            ] }
            """);
        repository.Write("src/a", "");

        Assert.AreEqual("one x y\n", Run(repository, "--name", "one", "--args", "x", "y").Expect().Output);
        var run = Run(repository, "--group", "B", "--args", "x", "y").Expect();

        Assert.AreEqual($"two all: x y\n{Path.Combine(repository.Path, "src")}\n", run.Output);
        StringAssert.Contains(run.Error, "warning RT4217: ");
        StringAssert.Contains(run.Error, "six: skipped, no file is selected.\nseven: skipped, it has no command.\n");
        StringAssert.Contains(Run(repository, "--group", "nobody").Expect(2).Error, "error RT4220: There is no group 'nobody' in '.husky/task-runner.json'. Choose one of 'a', 'b', or write it into that file.");
        StringAssert.Contains(Run(repository, "--group", "a", "--name", "two").Expect(2).Error, "error RT4219: There is no task 'two' among those of '.husky/task-runner.json'. Choose one of 'One'");
    }

    [TestMethod]
    public void The_other_lists_of_files_can_be_had()
    {
        using var repository = Sample("""
            {
              "variables": [ { "name": "mine", "command": "printf", "args": [ "src/a.txt\\nsrc/b.md\\n" ], "staged": true } ],
              "tasks": [
                { "name": "last", "command": "echo", "args": [ "${last-commit}" ] },
                { "name": "git", "command": "echo", "args": [ "${git-files}" ], "include": [ "src/*" ] },
                { "name": "all", "command": "echo", "args": [ "${all-files}" ], "exclude": [ ".husky/**", "format.sh" ], "include": [ "**/*.md", "**/*.txt" ] },
                { "name": "own", "command": "echo", "args": [ "${mine}" ], "exclude": [ "**/*.md" ], "pathMode": "absolute" },
                { "name": "rule", "command": "echo", "args": [ "checked" ], "filteringRule": "staged", "include": [ "**/*.cs" ] }
              ]
            }
            """);
        repository.Write("src/a.txt", "a").Write(".gitignore", "*.md\n").Commit("feat: a");
        repository.Write("src/b.md", "b");

        Assert.AreEqual(".gitignore src/a.txt\n", Run(repository, "--name", "last").Expect().Output);
        Assert.AreEqual("src/a.txt\n", Run(repository, "--name", "git").Expect().Output);
        Assert.AreEqual("src/a.txt src/b.md\n", string.Join(' ', Run(repository, "--name", "all").Expect().Output.TrimEnd('\n').Split(' ').Order()) + "\n");
        Assert.AreEqual(Path.Combine(repository.Path, "src/a.txt") + "\n", Run(repository, "--name", "own").Expect().Output);
        Assert.AreEqual("", Run(repository, "--name", "rule").Expect().Output);

        repository.Write("x.cs", "");
        repository.Git("add", "x.cs");
        Assert.AreEqual("checked\n", Run(repository, "--name", "rule").Expect().Output);
    }

    [TestMethod]
    public void A_file_is_named_to_a_command_and_never_read_by_a_shell()
    {
        using var repository = Sample("""{ "tasks": [ { "name": "show", "command": "echo", "args": [ "${staged}" ], "include": [ "**/*.txt" ] } ] }""");
        repository.Write("$(touch evil) ; rm -rf x.txt", "");
        repository.Git("add", "--all");

        Assert.AreEqual("$(touch evil) ; rm -rf x.txt\n", Run(repository, "--name", "show").Expect().Output);
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, "evil")));
    }

    [TestMethod]
    public void What_cannot_run_has_a_code()
    {
        using var repository = Sample("""{ "tasks": [ { "name": "gone", "command": "no-such-program-here" } ] }""");

        StringAssert.Contains(Run(repository).Expect(2).Error, ".husky/task-runner.json(1,14): error RT4213: There is no program 'no-such-program-here'");
        File.Delete(Path.Combine(repository.Path, ".husky", "task-runner.json"));
        StringAssert.Contains(Run(repository).Expect(2).Error, "error RT4214: ");
    }

    [TestMethod]
    public void HUSKY_switches_off_what_is_wrong_as_well()
    {
        using var repository = Sample("{");

        Run(repository, "--group", "nobody").Expect(2);
        Assert.AreEqual("", ReleaseCommand.RunInCi(repository.Path, new Dictionary<string, string> { ["HUSKY"] = "0" }, "hooks", "run", "--group", "nobody").Expect().Error);
    }

    [TestMethod]
    public void A_variable_whose_command_fails_stops_the_run()
    {
        using var repository = Sample("""
            {
              "variables": [ { "name": "mine", "command": "sh", "args": [ "-c", "echo a.txt; echo no list today. >&2; exit 3" ] } ],
              "tasks": [ { "command": "echo", "args": [ "${mine}" ] } ]
            }
            """);

        StringAssert.Contains(Run(repository).Expect(1).Error, ".husky/task-runner.json(2,18): error RT4221: The command of the variable 'mine' ends with exit code 3, so its files are not known. It says: no list today. Correct");
    }

    [TestMethod]
    public void A_folder_that_is_not_there_has_a_place()
    {
        using var repository = Sample("""{ "tasks": [ { "command": "pwd", "cwd": "nope" } ] }""");

        StringAssert.Contains(Run(repository).Expect(2).Error, ".husky/task-runner.json(1,41): error RT4222: There is no folder 'nope'");
    }

    [TestMethod]
    public void All_files_are_those_below_the_root_without_links_and_without_any_git_folder()
    {
        using var repository = Sample("""{ "tasks": [ { "command": "echo", "args": [ "${all-files}" ], "exclude": [ ".husky/**", "format.sh" ] } ] }""");
        repository.Write("src/a.txt", "").Write(".hidden/b.txt", "").Write("nested/.git/config", "").Write("worktree/.git", "");
        Directory.CreateSymbolicLink(Path.Combine(repository.Path, "circle"), repository.Path);

        CollectionAssert.AreEqual(new[] { ".hidden/b.txt", "src/a.txt" }, Run(repository).Expect().Output.TrimEnd('\n').Split(' ').Order(StringComparer.Ordinal).ToArray());
    }

    [TestMethod]
    public void The_files_of_a_first_commit_are_all_there_are()
    {
        using var repository = Sample("""{ "tasks": [ { "command": "echo", "args": [ "${last-commit}" ], "include": [ "*" ] } ] }""");

        Assert.AreEqual("format.sh\n", Run(repository).Expect().Output);
    }

    [TestMethod]
    public void The_answer_can_be_had_as_JSON()
    {
        using var repository = Sample("""{ "tasks": [ { "name": "good", "command": "true" }, { "name": "bad", "command": "false" } ] }""");

        var answer = JsonDocument.Parse(Run(repository, "--json").Expect(1).Output).RootElement;

        Assert.IsFalse(answer.GetProperty("done").GetBoolean());
        Assert.AreEqual(1, answer.GetProperty("tasks")[1].GetProperty("exitCode").GetInt32());
        Assert.IsFalse(answer.GetProperty("tasks")[0].TryGetProperty("exitCode", out _));
        var cause = answer.GetProperty("diagnostics").EnumerateArray().Single();
        Assert.AreEqual("RT4212 error .husky/task-runner.json 1", $"{cause.GetProperty("code")} {cause.GetProperty("severity")} {cause.GetProperty("file")} {cause.GetProperty("line")}");
        CollectionAssert.AreEqual(new[] { "good done", "bad failed" }, answer.GetProperty("tasks").EnumerateArray().Select(task => $"{task.GetProperty("name")} {task.GetProperty("state")}").ToArray());
    }

    private static void InShell(TempRepository repository, string script) => ProgramRun.Run(repository.Path, repository.Environment(), "sh", "-c", script).Expect();

    private static TempRepository Sample(string tasks, string options = "")
    {
        var repository = new TempRepository();
        repository.Write(".husky/task-runner.json", tasks).Write("format.sh", Formatter).Write(".husky/pre-commit", "#!/bin/sh\nexec dotnet-release hooks run --group pre-commit " + options + "\n");

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(repository.Path, ".husky", "pre-commit"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        repository.Git("config", "core.hooksPath", ".husky");
        repository.Commit("chore: add tasks");
        return repository;
    }

    private static ProgramRun Run(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, ["hooks", "run", .. arguments]);

    private static ProgramRun Commit(TempRepository repository) => Git(repository, "commit", "--quiet", "--message", "feat: x");

    private static ProgramRun Git(TempRepository repository, params string[] arguments) => ProgramRun.Run(
        repository.Path,
        new Dictionary<string, string?>(repository.Environment()) { ["PATH"] = Path.GetDirectoryName(BuiltTool.Path) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"), ["HUSKY"] = null },
        "git",
        arguments);
}
