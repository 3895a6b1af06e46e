using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionCommitsCommandTests
{
    [TestMethod]
    public void A_version_leads_to_its_commit_wherever_that_is()
    {
        using var repository = Repository();
        var first = repository.Head;
        repository.Git("switch", "--quiet", "--create", "topic");
        var topic = repository.Commit("feat: beside");
        repository.Git("switch", "--quiet", "main");
        var main = repository.Commit("feat: ahead");

        Assert.AreEqual($"{first} 1.2.1.{Number(first)} feat: begin\n", Release(repository, "1.2.1").Expect().Output);
        CollectionAssert.AreEquivalent(new[] { topic, main }, Release(repository, "1.2.2", "--quiet").Expect().Output.TrimEnd('\n').Split('\n'));
        Assert.AreEqual($"{topic}\n", Release(repository, $"1.2.2.{Number(topic)}", "--quiet").Expect().Output);
        Assert.AreEqual($"{main}\n", Release(repository, $"1.2.2-g{main[..10]}", "--quiet").Expect().Output);
    }

    [TestMethod]
    public void A_version_nobody_made_is_a_no()
    {
        using var repository = Repository();

        var run = Release(repository, "1.2.7");

        Assert.AreEqual((1, ""), (run.ExitCode, run.Output));
        StringAssert.Contains(run.Error, "error RT1071: No commit on a branch or tag here makes the version '1.2.7'.");
    }

    [TestMethod]
    public void The_answer_can_be_read_as_json()
    {
        using var repository = Repository();

        var found = JsonDocument.Parse(Release(repository, "1.2.1", "--json").Expect().Output).RootElement.GetProperty("commits")[0];
        var none = Release(repository, "1.2.2", "--json");

        Assert.AreEqual($"{repository.Head} feat: begin", $"{found.GetProperty("commit")} {found.GetProperty("subject")}");
        Assert.AreEqual((1, ""), (none.ExitCode, none.Error));
        Assert.AreEqual(0, JsonDocument.Parse(none.Output).RootElement.GetProperty("commits").GetArrayLength());
        Assert.AreEqual("RT1071", JsonDocument.Parse(none.Output).RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [TestMethod]
    public void A_project_has_versions_of_its_own()
    {
        using var repository = Repository();
        var api = repository.Write("src/Api/version.json", """{ "version": "7.0" }""").Commit("feat: an api");

        Assert.AreEqual($"{api}\n", Release(repository, "7.0.1", "--quiet", "--project", "src/Api").Expect().Output);
        Assert.AreEqual(1, Release(repository, "7.0.1").ExitCode);
    }

    [TestMethod]
    public void Commits_that_path_filters_leave_out_share_a_version()
    {
        using var repository = new TempRepository();
        var begin = repository.Write("version.json", """{ "version": "1.2", "pathFilters": ["src", "version.json"] }""").Commit("feat: begin");
        var notes = repository.Write("docs/a.md", "a").Commit("docs: notes");
        var code = repository.Write("src/a.cs", "a").Commit("feat: code");

        Assert.AreEqual($"{notes}\n{begin}\n", Release(repository, "1.2.1", "--quiet").Expect().Output);
        Assert.AreEqual($"{code}\n", Release(repository, "1.2.2", "--quiet").Expect().Output);
    }

    [TestMethod]
    public void A_version_from_a_tag_leads_to_the_commit_it_stands_on()
    {
        using var repository = new TempRepository();
        var candidate = repository.Commit("feat: begin");
        repository.Git("tag", "v1.2.3-rc.1");
        var release = repository.Commit("feat: more");
        repository.Git("tag", "--annotate", "--message", "a release", "v1.2.3");
        repository.Git("tag", "v1.2.2");

        Assert.AreEqual($"{release}\n", Release(repository, "1.2.3", "--quiet").Expect().Output);
        Assert.AreEqual($"{release}\n", Release(repository, $"1.2.3+{release[..10]}", "--quiet").Expect().Output);
        Assert.AreEqual($"{candidate}\n", Release(repository, "1.2.3-rc.1", "--quiet").Expect().Output);
        CollectionAssert.AreEquivalent(new[] { candidate, release }, Release(repository, "1.2.3.0", "--quiet").Expect().Output.TrimEnd('\n').Split('\n'), "a file's version");
        Assert.AreEqual(1, Release(repository, "1.2.2").ExitCode, "a higher release is on the commit as well");
    }

    [TestMethod]
    public void A_shallow_clone_gives_no_half_answer()
    {
        using var repository = Repository();
        repository.Commit("feat: more");
        using var folder = new TempFolder();
        repository.Git("clone", "--quiet", "--depth=1", $"file://{repository.Path}", folder.At("clone"));

        var run = ReleaseCommand.Run(folder.At("clone"), "version", "commits", "1.2.2");

        Assert.AreEqual(3, run.ExitCode);
        StringAssert.Contains(run.Error, "error RT1073: This clone is cut off at");
    }

    [TestMethod]
    public void A_subject_cannot_command_a_terminal()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: \e[2Jgone");

        Assert.IsFalse(Release(repository, "1.2.1").Expect().Output.Contains('\e', StringComparison.Ordinal));
    }

    private static TempRepository Repository()
    {
        var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        return repository;
    }

    private static int Number(string commit) => Math.Min(65534, Convert.ToInt32(commit[..4], 16));

    private static ProgramRun Release(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, ["version", "commits", .. arguments]);
}
