using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Every kind of repository git can make gives the right version or a named diagnostic, never a wrong number.</summary>
[TestClass]
public sealed class RepositoryKindsTests
{
    [TestMethod]
    public void A_bare_repository_has_the_version_of_its_commits()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("clone", "--quiet", "--bare", origin.Path, folder.At("bare.git"));

        Assert.AreEqual("1.2.3", Version(folder.At("bare.git")));
        Assert.AreEqual("1.2.2", Version(folder.At("bare.git"), "main~1"));
    }

    [TestMethod]
    [DataRow("blob:none")]
    [DataRow("tree:0")]
    public void A_partial_clone_fetches_what_it_lacks(string filter)
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("config", "uploadpack.allowFilter", "true");
        origin.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        origin.Git("clone", "--quiet", "--no-local", $"--filter={filter}", new Uri(origin.Path).AbsoluteUri, folder.At("partial"));

        Assert.AreEqual("1.2.3", Version(folder.At("partial")));
    }

    [TestMethod]
    public void A_clone_that_borrows_its_objects_is_as_good()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("clone", "--quiet", "--shared", origin.Path, folder.At("borrower"));

        Assert.AreEqual("1.2.3", Version(folder.At("borrower")));
    }

    [TestMethod]
    public void A_sparse_checkout_without_the_version_file_has_not_removed_it()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("sparse-checkout", "set", "--no-cone", "/src/");

        Assert.IsFalse(File.Exists(Path.Combine(origin.Path, "version.json")));
        Assert.AreEqual("1.2.3", Version(origin.Path));
    }

    [TestMethod]
    public void A_version_file_that_was_removed_is_missed()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        File.Delete(Path.Combine(origin.Path, "version.json"));

        StringAssert.Contains(Assert.ThrowsExactly<ReleaseException>(() => Version(origin.Path)).Message, "error RT2009: ");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // Links need a privilege there.
    public void A_version_file_that_is_a_link_is_refused()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("mv", "version.json", "src/v.json");
        File.CreateSymbolicLink(Path.Combine(origin.Path, "version.json"), "src/v.json");
        origin.Commit("build: link to it");

        StringAssert.Contains(Assert.ThrowsExactly<ReleaseException>(() => Version(origin.Path)).Message, "version.json(1,1): error RT2013");
    }

    [TestMethod]
    public void A_history_grafted_together_counts_as_git_shows_it()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("replace", "--graft", "HEAD", "HEAD~2");

        Assert.AreEqual("1.2.2", Version(origin.Path));
    }

    [TestMethod]
    public void A_file_of_grafts_counts_as_git_shows_it()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Write(".git/info/grafts", $"{origin.Head} {origin.Git("rev-parse", "HEAD~2")}\n");

        // git calls the file out of date, and will leave it aside one day.
        Assert.AreEqual($"1.2.{origin.Git("rev-list", "--count", "HEAD")}", Version(origin.Path));
    }

    [TestMethod]
    public void A_commit_that_was_replaced_holds_what_replaces_it()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        var old = origin.Head;
        origin.Git("reset", "--quiet", "--hard", "HEAD~1");
        origin.Write("version.json", """{ "version": "2.0" }""").Commit("feat!: what should have been");
        origin.Git("replace", old, "HEAD");

        Assert.AreEqual("2.0.1", Version(origin.Path, old));
    }

    [TestMethod]
    public void An_octopus_merge_counts_its_longest_arm()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);

        foreach (var (branch, commits) in new[] { ("one", 1), ("two", 4), ("three", 2) })
        {
            origin.Git("switch", "--quiet", "--create", branch, "main");

            for (var i = 0; i < commits; i++)
            {
                origin.Write($"{branch}.txt", $"{i}").Commit($"feat: {branch} {i}");
            }
        }

        origin.Git("switch", "--quiet", "main");
        origin.Git("merge", "--quiet", "--no-ff", "--message", "Merge three branches", "one", "two", "three");

        Assert.AreEqual("1.2.8", Version(origin.Path));
    }

    [TestMethod]
    public void Two_roots_are_counted_on_the_longer_side()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("switch", "--quiet", "--orphan", "other");
        origin.Write("version.json", """{ "version": "1.2" }""").Commit("feat: another beginning");
        origin.Git("switch", "--quiet", "main");
        origin.Git("merge", "--quiet", "--allow-unrelated-histories", "--strategy=ours", "--message", "Merge branch 'other'", "other");

        Assert.AreEqual("1.2.4", Version(origin.Path));
    }

    [TestMethod]
    public void Ten_thousand_tags_change_nothing()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        var head = origin.Head;
        File.WriteAllLines(
            Path.Combine(origin.Path, ".git", "packed-refs"),
            ["# pack-refs with: peeled fully-peeled sorted ", .. Enumerable.Range(0, 10_000).Select(i => $"{head} refs/tags/t{i:D5}")]);

        Assert.AreEqual("1.2.3", Version(origin.Path));
    }

    [TestMethod]
    public void A_branch_may_have_any_name_git_allows()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        origin.Git("switch", "--quiet", "--create", "über/$(id);'x");

        Assert.AreEqual("refs/heads/über/$(id);'x", VersionReader.Read(GitRepository.Open(origin.Path)).BuildingRef);
    }

    [TestMethod]
    public void A_folder_of_another_user_is_refused_with_the_way_out()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName != "root")
        {
            Assert.Inconclusive("Only root can give a folder to another user.");
        }

        using var folder = new TempFolder();
        using var origin = Origin(folder);
        ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "chown", "-R", "12345", origin.Path).Expect();

        // git trusts root's own word where SUDO_UID names the owner; here nobody is named.
        var run = BuiltTool.Run(origin.Path, new Dictionary<string, string?>(origin.Environment()) { ["SUDO_UID"] = null }, "version");

        Assert.AreEqual((int)ExitCode.World, run.ExitCode, run.All);
        StringAssert.Contains(run.Error, "error RT1003: ");
        StringAssert.Contains(run.Error, $"git config --global --add safe.directory {origin.Path}");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // Its folders know no such right.
    public void A_disk_that_cannot_be_written_is_enough()
    {
        using var folder = new TempFolder();
        using var origin = Origin(folder);
        ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "chmod", "-R", "a-w", origin.Path).Expect();
        string[] question = ["version", "--get", "SimpleVersion"];

        // Root may write everywhere, unless it gives up that right.
        var run = Environment.IsPrivilegedProcess
            ? ProgramRun.Run(origin.Path, origin.Environment(), "setpriv", ["--bounding-set=-dac_override", BuiltTool.Path, .. question])
            : BuiltTool.Run(origin.Path, origin.Environment(), question);
        ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "chmod", "-R", "u+w", origin.Path).Expect();

        Assert.AreEqual("1.2.3\n", run.Output, run.All);
    }

    private static string Version(string folder, string? commit = null) => VersionReader.Read(GitRepository.Open(folder), commit).SimpleVersion;

    private static TempRepository Origin(TempFolder folder)
    {
        var repository = new TempRepository(folder, "origin");
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Write("src/a", "a").Commit("feat: more");
        repository.Write("src/b", "b").Commit("feat: and more");
        return repository;
    }
}
