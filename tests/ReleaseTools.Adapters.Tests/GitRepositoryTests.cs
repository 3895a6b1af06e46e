using System.Globalization;
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
    [DataRow("2023-11-14T22:13:20+01:00", "2023-11-14T22:13:20+01:00")]
    [DataRow("2023-11-15T13:13:20+15:00", "2023-11-14T22:13:20+00:00")]
    [DataRow("2023-11-17T01:53:20+51:80", "2023-11-14T21:33:20+00:00")]
    [DataRow("10000-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00")]
    [DataRow("0001-01-01T00:00:00+15:00", "0001-01-01T00:00:00+00:00")]
    [DataRow("", "1970-01-01T00:00:00+00:00")]
    [DataRow("yesterday", "1970-01-01T00:00:00+00:00")]
    public void Dates_no_calendar_has_are_still_dates(string text, string expected) =>
        Assert.AreEqual(expected, LogFields.Date(text).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    [TestMethod]
    public void A_zone_no_place_has_does_not_keep_a_commit_from_its_version()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Import(input => input.Write("commit refs/heads/main\ncommitter Ada <ada@example.test> 1700000000 +5180\ndata 4\nfeat\nfrom refs/heads/main^0\n\n"));

        Assert.AreEqual(2, VersionReader.Read(GitRepository.Open(repository.Path)).VersionHeight);
    }

    [TestMethod]
    public void Bytes_that_are_no_text_do_not_end_the_history()
    {
        using var repository = new TempRepository();
        File.WriteAllBytes(Path.Combine(repository.Path, "version.json"), [.. """{ "version": "1.2" /* """u8, 0xE9, .. " */ }"u8]);
        repository.Commit("feat: begin");
        repository.Commit("feat: more");
        repository.Write("version.json", """{ "version": "1.2" /* é */ }""");

        Assert.AreEqual(2, VersionReader.Read(GitRepository.Open(repository.Path)).VersionHeight);

        repository.Commit("fix: as UTF-8");
        Assert.AreEqual(3, VersionReader.Read(GitRepository.Open(repository.Path)).VersionHeight);
    }

    [TestMethod]
    public void A_mended_version_file_counts_before_it_is_committed()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2",, }""").Commit("feat: begin");
        Assert.ThrowsExactly<ReleaseException>(() => VersionReader.Read(GitRepository.Open(repository.Path)));

        repository.Write("version.json", """{ "version": "1.2" }""");
        Assert.AreEqual("1.2.0", VersionReader.Read(GitRepository.Open(repository.Path)).SimpleVersion);

        File.Delete(Path.Combine(repository.Path, "version.json"));
        Assert.AreEqual("RT2009", Assert.ThrowsExactly<ReleaseException>(() => VersionReader.Read(GitRepository.Open(repository.Path))).Diagnostics[0].Code);
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
            new[] { ".gitignore", "chart/Chart.yaml", "version.json", "web/package.json" },
            GitRepository.Open(repository.Path).ListFiles());
    }

    private static TempRepository Sample(TempFolder folder)
    {
        var repository = new TempRepository(folder, "sample");
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Commit("feat: more");
        return repository;
    }
}
