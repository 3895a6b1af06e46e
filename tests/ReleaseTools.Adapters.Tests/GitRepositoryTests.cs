using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class GitRepositoryTests
{
    [TestMethod]
    public void A_worktree_is_a_repository_of_its_own()
    {
        using var folder = new TempFolder();
        using var repository = Sample(folder);
        repository.Git("worktree", "add", "--quiet", "-b", "topic", folder.At("tree"));

        var version = VersionReader.Read(GitRepository.Open(folder.At("tree")));

        Assert.AreEqual(("1.2.2", "refs/heads/topic"), (version.SimpleVersion, version.BuildingRef));
    }

    [TestMethod]
    public void A_submodule_has_its_own_version()
    {
        using var folder = new TempFolder();
        using var inner = Sample(folder);
        using var outer = new TempRepository(folder, "outer");
        outer.Write("version.json", """{ "version": "9.0" }""");
        outer.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Path, "lib");
        outer.Commit("feat: with a library");

        Assert.AreEqual("1.2.2", VersionReader.Read(GitRepository.Open(Path.Combine(outer.Path, "lib"))).SimpleVersion);
        Assert.AreEqual("9.0.1", VersionReader.Read(GitRepository.Open(outer.Path)).SimpleVersion);
    }

    [TestMethod]
    public void Hashes_of_64_digits_are_as_good()
    {
        using var repository = new TempRepository("--object-format=sha256");
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");

        var version = VersionReader.Read(GitRepository.Open(repository.Path));

        Assert.AreEqual((64, "1.2.1"), (version.GitCommitId.Length, version.SimpleVersion));
    }

    [TestMethod]
    [DataRow("über uns")]
    [DataRow("a'b$(c)")]
    [DataRow("[x] *")]
    [DataRow("-- --help")]
    public void A_project_folder_may_have_any_name(string name)
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.0" }""").Write($"{name}/version.json", """{ "version": "4.0" }""").Commit("feat: begin");
        repository.Write($"{name}/version.json", """{ "version": "4.1" }""").Commit("feat: on");
        repository.Commit("feat: on and on");

        Assert.AreEqual("4.1.2", VersionReader.Read(GitRepository.Open(Path.Combine(repository.Path, name))).SimpleVersion);
    }

    [TestMethod]
    public void The_users_configuration_of_git_does_not_change_the_answer()
    {
        using var folder = new TempFolder();
        using var repository = Sample(folder);

        foreach (var (key, value) in new[] { ("log.showRoot", "false"), ("log.date", "relative"), ("color.ui", "always"), ("log.follow", "true"), ("log.decorate", "full"), ("diff.noprefix", "true"), ("log.diffMerges", "combined"), ("core.abbrev", "5"), ("log.mailmap", "true"), ("format.pretty", "raw") })
        {
            repository.Git("config", key, value);
        }

        Assert.AreEqual("1.2.2", VersionReader.Read(GitRepository.Open(repository.Path)).SimpleVersion);
    }

    [TestMethod]
    public void A_folder_sees_the_file_above_it_whatever_git_shows_the_user_there()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.0" }""").Write("src/Api/version.json", """{ "inherit": true }""").Commit("feat: begin");
        repository.Git("config", "diff.relative", "true");

        Assert.AreEqual("1.0.1", VersionReader.Read(GitRepository.Open(Path.Combine(repository.Path, "src", "Api"))).SimpleVersion);
    }

    [TestMethod]
    public void A_merge_takes_the_version_file_it_resolved_to()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.0" }""").Commit("feat: begin");
        repository.Git("switch", "--quiet", "--create", "side");
        repository.Write("version.json", """{ "version": "2.0" }""").Commit("feat!: bump");
        repository.Commit("feat: more");
        repository.Git("switch", "--quiet", "main");
        repository.Commit("fix: meanwhile");
        repository.Merge("side");

        var facts = VersionReader.Observe(GitRepository.Open(repository.Path));

        Assert.AreEqual("2.0", VersionFiles.Parse(facts.CommittedFiles)!.Version!.ToString());
        Assert.AreEqual(3, VersionCalculator.Compute(facts).VersionHeight);
    }

    [TestMethod]
    public void A_repository_git_does_not_trust_is_reported_in_its_words()
    {
        using var folder = new TempFolder();
        using var repository = Sample(folder);
        repository.Write(".git/config", "[core]\n\trepositoryformatversion = 99\n");

        var stop = Assert.ThrowsExactly<ReleaseException>(() => GitRepository.Open(repository.Path));

        StringAssert.Contains(stop.Message, "RT1003");
        StringAssert.Contains(stop.Message, "99");
    }

    [TestMethod]
    public void Files_git_ignores_are_not_listed()
    {
        using var folder = new TempFolder();
        using var repository = Sample(folder);
        repository.Write(".gitignore", "node_modules/\n").Write("node_modules/x/package.json", "{}").Write("web/package.json", "{}").Write("chart/Chart.yaml", "");

        CollectionAssert.AreEquivalent(
            new[] { "web/package.json", "chart/Chart.yaml" },
            GitRepository.Open(repository.Path).ListFiles("**/package.json", "**/Chart.yaml"));
    }

    private static TempRepository Sample(TempFolder folder)
    {
        var repository = new TempRepository(folder, "sample");
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Commit("feat: more");
        return repository;
    }
}
