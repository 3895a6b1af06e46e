using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class GitProcessTests
{
    [TestMethod]
    public void Records_come_whole_whatever_they_hold()
    {
        using var repository = new TempRepository();
        repository.Commit($"feat: {new string('x', 100_000)}\n\nüber 𝄞\n\"quoted\"");
        repository.Commit("fix: two");

        var records = new GitProcess(repository.Path).Records("log", "-z", "--format=%B").ToArray();

        Assert.HasCount(2, records);
        Assert.AreEqual("fix: two", records[0].TrimEnd());
        StringAssert.EndsWith(records[1].TrimEnd(), "x\n\nüber 𝄞\n\"quoted\"");
    }

    [TestMethod]
    public void A_reader_that_has_seen_enough_stops_git()
    {
        using var repository = new TempRepository();

        for (var i = 0; i < 50; i++)
        {
            repository.Commit($"feat: {i} {new string('x', 10_000)}");
        }

        StringAssert.StartsWith(new GitProcess(repository.Path).Records("log", "-z", "--format=%B").First(), "feat: 49");
    }

    [TestMethod]
    public void What_git_starts_for_others_may_flush_as_it_likes()
    {
        using var repository = new TempRepository();

        Assert.AreEqual("", new GitProcess(repository.Path).Output("-c", "alias.say=!printf %s \"$GIT_FLUSH\"", "say"));
    }

    [TestMethod]
    public void A_git_that_stops_is_quoted()
    {
        using var repository = new TempRepository();

        var stop = Assert.ThrowsExactly<ReleaseException>(() => new GitProcess(repository.Path).Output("cat-file", "-p", "no-such-thing"));

        StringAssert.Contains(stop.Message, "error RT1004: 'git cat-file' ended with exit code 128.");
        StringAssert.Contains(stop.Message, "no-such-thing");
        Assert.AreEqual(ExitCode.World, stop.Exit);
    }

    [TestMethod]
    public void A_folder_that_is_not_there_is_named() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => GitRepository.Open(Path.Combine(Path.GetTempPath(), "no-such-folder-at-all"))).Message,
        "RT1009");

    [TestMethod]
    public void A_program_in_the_repository_is_not_taken_for_git()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Write("git", "#!/bin/sh\necho owned >owned\n").Write("git.exe", "no program");

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(repository.Path, "git"), (UnixFileMode)0b111_101_101);
        }

        var run = BuiltTool.Run(repository.Path, repository.Environment(), "version", "--get", "SimpleVersion");

        Assert.AreEqual("1.2.1\n", run.Output, run.All);
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, "owned")));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // It has no such names.
    public void A_folder_of_two_lines_is_refused()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "two\nlines");

        StringAssert.Contains(Assert.ThrowsExactly<ReleaseException>(() => GitRepository.Open(repository.Path)).Message, "error RT1012: ");
    }

    [TestMethod]
    public void The_environment_of_a_hook_does_not_lead_astray()
    {
        // git sets GIT_DIR for the hooks it runs; asking about another folder must not end up in that repository.
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        using var other = new TempRepository();
        other.Write("version.json", """{ "version": "9.9" }""").Commit("feat: other");

        var run = BuiltTool.Run(
            repository.Path,
            new Dictionary<string, string?>(repository.Environment()) { ["GIT_DIR"] = Path.Combine(other.Path, ".git"), ["GIT_WORK_TREE"] = other.Path },
            "version", "--get", "SimpleVersion");

        Assert.AreEqual("1.2.1\n", run.Output, run.All);
    }
}
