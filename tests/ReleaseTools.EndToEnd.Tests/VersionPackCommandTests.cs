using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionPackCommandTests
{
    private const string Place = ".release/version.lock";

    [TestMethod]
    [DataRow(".")]
    [DataRow("src")]
    [DataRow("src/Api/Controllers")]
    public void A_copy_without_git_has_every_form_the_repository_has(string folder)
    {
        using var repository = Repository();
        using var copy = new TempFolder();
        Release(repository, "pack").Expect();
        BuildContext.Copy(repository.Path, copy.Path);

        var expected = ReleaseCommand.Run(Path.Combine(repository.Path, folder), "version", "--json").Expect();
        var actual = ReleaseCommand.Run(copy.At(folder), "version", "--json").Expect();

        Assert.AreEqual((expected.Output, $"The version is from '{copy.At(Place)}'.\n"), (actual.Output, actual.Error));
        Assert.AreEqual("", ReleaseCommand.Run(copy.At(folder), "version", "--verbosity", "quiet").Expect().Error);
    }

    [TestMethod]
    [DataRow("shop")]
    [DataRow("shop/src/Api")]
    public void A_lock_left_above_gives_a_stranger_no_version(string stranger)
    {
        using var repository = Repository();
        using var folder = new TempFolder();
        Release(repository, "pack", "--output", folder.At(Place)).Expect();

        var run = ReleaseCommand.Run(Path.GetDirectoryName(folder.At($"{stranger}/a"))!, "version");

        Refuses(run, 3, "error RT1002: ");
        StringAssert.Contains(run.Error, $"error RT1075: '{folder.At(Place)}' is not used: the commit it was packed at has no folder '{stranger}'.");
    }

    [TestMethod]
    public void A_repository_without_version_file_hands_over_what_its_tags_say()
    {
        using var repository = new TempRepository();
        using var copy = new TempFolder();
        repository.Write(".gitignore", $"{Place}\n").Write("src/Api/a.cs", "").Commit("feat: begin");
        repository.Git("tag", "v1.2.3");
        Release(repository, "pack").Expect();
        BuildContext.Copy(repository.Path, copy.Path);

        Assert.AreEqual("1.2.3\n", ReleaseCommand.Run(copy.At("src/Api"), "version", "--get", "SimpleVersion").Expect().Output);
    }

    [TestMethod]
    public void A_folder_whose_case_was_lost_keeps_its_version_where_that_is_clear()
    {
        using var repository = Repository();
        using var copy = new TempFolder();
        Release(repository, "pack", "--output", copy.At(Place)).Expect();
        Assert.AreEqual("7.0.1\n", ReleaseCommand.Run(Path.GetDirectoryName(copy.At("SRC/api/a"))!, "version", "--get", "SimpleVersion").Expect().Output);

        repository.Git("update-index", "--add", "--cacheinfo", $"100644,{repository.Git("hash-object", "-w", "version.json").Trim()},src/API/a.cs");
        repository.Git("commit", "--quiet", "--message", "feat: another case");
        Release(repository, "pack", "--output", copy.At(Place)).Expect();

        Refuses(ReleaseCommand.Run(copy.At("SRC/api"), "version"), 2, "error RT1076: ");
    }

    [TestMethod]
    public void Packing_twice_gives_the_same_bytes_and_touches_nothing()
    {
        using var repository = Repository();
        var file = Path.Combine(repository.Path, Place);

        StringAssert.StartsWith(Release(repository, "pack").Expect().Output, $"{Place}: written, for ");
        var written = (File.ReadAllText(file), File.GetLastWriteTimeUtc(file));

        StringAssert.StartsWith(Release(repository, "pack").Expect().Output, $"{Place}: nothing to do, for ");
        Assert.AreEqual(written, (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));
        Assert.AreEqual(written.Item1, Release(repository, "pack", "--output", "-").Expect().Output);
    }

    [TestMethod]
    public void A_check_says_no_until_the_commit_is_packed()
    {
        using var repository = Repository();

        Refuses(Release(repository, "pack", "--check"), 1, $"error RT1068: '{Place}' is not what packing");
        Release(repository, "pack").Expect();
        Release(repository, "pack", "--check").Expect();
        repository.Commit("feat: more");
        Refuses(Release(repository, "pack", "--check"), 1, "error RT1068: ");
    }

    [TestMethod]
    public void A_folder_can_be_handed_over_alone()
    {
        using var repository = Repository();
        using var context = new TempFolder();
        Release(repository, "pack", "--project", "src/Api").Expect();
        BuildContext.Copy(Path.Combine(repository.Path, "src/Api"), context.Path);

        Assert.AreEqual("7.0.1\n", ReleaseCommand.Run(context.At("."), "version", "--get", "SimpleVersion").Expect().Output);
    }

    [TestMethod]
    public void The_answer_can_be_read_as_json()
    {
        using var repository = Repository();

        var answer = JsonDocument.Parse(Release(repository, "pack", "--json").Expect().Output).RootElement;
        var check = Release(repository, "pack", "--json", "--check", "--public-release", "true");

        Assert.AreEqual($"{Place} True {repository.Head}", $"{answer.GetProperty("file")} {answer.GetProperty("differs")} {answer.GetProperty("commit")}");
        Assert.AreEqual($"7.0.1-g{repository.Head[..10]}", answer.GetProperty("versions").GetProperty("src/Api").GetString());
        Assert.AreEqual(0, answer.GetProperty("diagnostics").GetArrayLength());
        Assert.AreEqual(1, check.ExitCode);
        Assert.AreEqual("RT1068", JsonDocument.Parse(check.Output).RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [TestMethod]
    public void What_is_not_committed_is_left_out_and_said()
    {
        using var repository = Repository();
        var before = Release(repository, "pack", "--output", "-").Expect().Output;
        repository.Write("version.json", """{ "version": "9.9" }""");

        var run = Release(repository, "pack", "--output", "-").Expect();

        Assert.AreEqual(before, run.Output);
        StringAssert.Contains(run.Error, "warning RT1066: 'version.json' is edited and not committed");
    }

    [TestMethod]
    public void A_lock_that_git_would_take_in_is_a_warning()
    {
        using var repository = Repository();
        File.Delete(Path.Combine(repository.Path, ".gitignore"));

        StringAssert.Contains(Release(repository, "pack").Expect().Error, $"warning RT1067: git does not ignore '{Place}'");
    }

    [TestMethod]
    public void A_folder_whose_version_file_is_wrong_is_refused_without_git_as_well()
    {
        using var repository = Repository();
        using var copy = new TempFolder();
        repository.Write("src/Odd/version.json", """{ "version": "x" }""").Commit("feat: odd");

        var run = Release(repository, "pack").Expect();
        BuildContext.Copy(repository.Path, copy.Path);

        StringAssert.Contains(run.Error, "src/Odd/version.json(1,14): warning RT2003: ");
        Refuses(ReleaseCommand.Run(copy.At("src/Odd"), "version"), 2, "error RT1062: ");
    }

    [TestMethod]
    public void A_submodule_is_not_given_the_version_of_what_is_around_it()
    {
        using var inner = Repository();
        using var repository = Repository();
        using var copy = new TempFolder();
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Path, "libs/inner");
        repository.Commit("feat: a submodule");
        Release(repository, "pack").Expect();
        BuildContext.Copy(repository.Path, copy.Path);

        Refuses(ReleaseCommand.Run(copy.At("libs/inner/src"), "version"), 2, "error RT1062: ");

        ReleaseCommand.Run(Path.Combine(repository.Path, "libs/inner"), "version", "pack").Expect();
        File.Copy(Path.Combine(repository.Path, "libs/inner", Place), copy.At($"libs/inner/{Place}"));
        Assert.AreEqual("1.2.1\n", ReleaseCommand.Run(copy.At("libs/inner/src"), "version", "--get", "SimpleVersion").Expect().Output);
    }

    [TestMethod]
    public void A_damaged_lock_gives_no_version()
    {
        using var repository = Repository();
        using var copy = new TempFolder();
        Release(repository, "pack").Expect();
        BuildContext.Copy(repository.Path, copy.Path);
        File.WriteAllText(copy.At(Place), File.ReadAllText(copy.At(Place)).Replace("1.2.1", "1.2.2", StringComparison.Ordinal));

        Refuses(ReleaseCommand.Run(copy.Path, "version"), 2, "error RT1060: ");
    }

    [TestMethod]
    public void A_lock_answers_for_its_own_commit_and_for_the_word_it_was_packed_with()
    {
        using var repository = Repository();
        using var copy = new TempFolder();
        Release(repository, "pack").Expect();
        BuildContext.Copy(repository.Path, copy.Path);

        Refuses(ReleaseCommand.Run(copy.Path, "version", "HEAD~1"), 3, "error RT1002: ");
        Refuses(ReleaseCommand.Run(copy.Path, "version", "--public-release", "true"), 2, "error RT1065: ");
        ReleaseCommand.Run(copy.Path, "version", "--public-release", "false").Expect();
    }

    [TestMethod]
    public void Where_git_is_there_its_word_counts_and_a_stale_lock_is_said()
    {
        using var repository = Repository();
        var packed = repository.Head;
        Release(repository, "pack").Expect();
        Assert.AreEqual("", ReleaseCommand.Run(repository.Path, "version").Expect().Error);
        repository.Commit("feat: more");

        var run = ReleaseCommand.Run(repository.Path, "version", "--get", "SimpleVersion").Expect();

        Assert.AreEqual("1.2.2\n", run.Output);
        StringAssert.Contains(run.Error, $"warning RT1063: '{Path.Combine(repository.Path, Place)}' holds the version of {packed[..7]}, and {repository.Head[..7]} is checked out.");
        File.WriteAllText(Path.Combine(repository.Path, Place), "{}");
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "version").Expect().Error, "warning RT1060: ");
    }

    [TestMethod]
    public void Without_the_program_git_a_lock_counts_where_the_files_of_git_say_the_same()
    {
        using var repository = Repository();
        Release(repository, "pack").Expect();
        var version = ReleaseCommand.Run(repository.Path, "version").Expect().Output;

        Assert.AreEqual(version, WithoutGit(repository).Expect().Output);

        repository.Commit("feat: more");
        Refuses(WithoutGit(repository), 3, "error RT1064: ");
    }

    private static ProgramRun WithoutGit(TempRepository repository) =>
        BuiltTool.Run(repository.Path, new Dictionary<string, string?>(repository.Environment()) { ["PATH"] = repository.Path }, "version");

    private static TempRepository Repository()
    {
        var repository = new TempRepository();
        repository.Write(".gitignore", $"{Place}\n");
        repository.Write("version.json", """{ "version": "1.2" }""").Write("src/Api/version.json", """{ "version": "7.0" }""").Write("src/Api/Controllers/a.cs", "").Commit("feat: begin");
        return repository;
    }

    private static ProgramRun Release(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, ["version", .. arguments]);

    private static void Refuses(ProgramRun run, int exit, string words)
    {
        Assert.AreEqual(exit, run.ExitCode, run.All);
        StringAssert.Contains(run.Error, words, run.All);
    }
}
