using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>Versions from the tags of real repositories.</summary>
[TestClass]
public sealed class VersionsFromTagsTests
{
    [TestMethod]
    public void Without_a_version_file_the_tags_give_the_version()
    {
        using var repository = Repository("v1.2.3");

        var released = Read(repository);
        Assert.AreEqual(("1.2.3", true, true, "v1.2.3"), (released.SemVer2, released.PublicRelease, released.IsStable, released.ReleaseTag));

        repository.Commit("feat: more");
        var counted = Read(repository);
        Assert.AreEqual(("1.2.4-alpha.0.1", false, false, "v1.2.3"), (counted.SemVer2, counted.PublicRelease, counted.IsStable, counted.ReleaseTag));
        Assert.AreEqual(("1.2.4.0", "1.0.0.0", "1.2.4-alpha.0.1", $"1.2.4-alpha.0.1+{repository.Head[..10]}"), (counted.AssemblyFileVersion, counted.AssemblyVersion, counted.NuGetPackageVersion, counted.AssemblyInformationalVersion));
    }

    [TestMethod]
    public void An_annotated_tag_is_as_good()
    {
        using var repository = Repository();
        repository.Git("tag", "--annotate", "--message", "the release", "1.2.3");

        Assert.AreEqual("1.2.3", Read(repository).SemVer2);
    }

    [TestMethod]
    public void A_written_version_is_the_least_where_versions_come_from_tags()
    {
        using var repository = Repository("1.2.3");
        repository.Write("version.json", """{ "version": "2.0", "assemblyVersion": "7.0.0.0", "releaseTools": { "versionFrom": "tags" } }""").Commit("build: next is 2.0");

        Assert.AreEqual(("2.0.0-alpha.0.1", "7.0.0.0"), (Read(repository).SemVer2, Read(repository).AssemblyVersion));
    }

    [TestMethod]
    public void Each_component_has_the_tags_of_its_prefix()
    {
        using var repository = Repository("v0.1.0");
        repository.Write("version.json", """{ "releaseTools": { "autoIncrement": "minor" } }""");
        repository.Write("src/api/version.json", """{ "inherit": true, "releaseTools": { "tagPrefix": "api/v" } }""").Commit("feat: an api");
        repository.Git("tag", "api/v1.2.3");
        repository.Commit("fix: it");

        Assert.AreEqual("1.3.0-alpha.0.1", Read(repository, "src/api").SemVer2);
        Assert.AreEqual("0.2.0-alpha.0.2", Read(repository).SemVer2);
    }

    [TestMethod]
    public void Commits_outside_the_filters_add_no_height()
    {
        using var repository = Repository();
        repository.Write("src/api/version.json", """{ "pathFilters": ["."], "releaseTools": { "tagPrefix": "api/v" } }""").Commit("feat: an api");
        repository.Git("tag", "api/v1.0.0");
        repository.Write("docs/a.md", "a").Commit("docs: nothing of it");

        var same = Read(repository, "src/api");
        Assert.AreEqual(("1.0.0", false, false), (same.SemVer2, same.PublicRelease, same.IsStable), "the release's version on a commit that is not the release");

        repository.Write("src/api/a.cs", "a").Commit("feat: something");
        repository.Write("docs/b.md", "b").Commit("docs: nothing of it");

        Assert.AreEqual("1.0.1-alpha.0.1", Read(repository, "src/api").SemVer2);
    }

    [TestMethod]
    public void The_public_release_rule_may_say_more_and_the_user_has_the_last_word()
    {
        using var repository = Repository("1.0.0");
        repository.Write("version.json", """{ "publicReleaseRefSpec": ["^refs/heads/main$"], "releaseTools": { "ignoreHeight": true } }""").Commit("build: main is public");

        var counted = Read(repository);
        Assert.AreEqual(("1.0.0", true, false), (counted.SemVer2, counted.PublicRelease, counted.IsStable), "no floating tags between releases");
        Assert.IsFalse(VersionReader.Read(GitRepository.Open(repository.Path), publicRelease: false).PublicRelease);
    }

    [TestMethod]
    public void A_pull_request_is_no_release_whatever_is_on_its_commit()
    {
        using var repository = Repository("1.0.0");

        var version = VersionReader.Read(GitRepository.Open(repository.Path), ci: new CiWord("CI", "refs/pull/1/merge", repository.Head, IsPullRequest: true));

        Assert.AreEqual(("1.0.0", false), (version.SemVer2, version.PublicRelease));
    }

    [TestMethod]
    public void A_version_file_removed_and_not_committed_changes_no_scheme()
    {
        using var repository = Repository("1.0.0");
        repository.Write("version.json", """{ "version": "2.0" }""").Commit("build: count");
        File.Delete(Path.Combine(repository.Path, "version.json"));

        StringAssert.Contains(Assert.ThrowsExactly<ReleaseException>(() => Read(repository)).Message, "error RT2009: ");

        repository.Commit("build: no more");
        Assert.AreEqual("1.0.1-alpha.0.2", Read(repository).SemVer2);
        Assert.AreEqual("2.0.1", VersionReader.Read(GitRepository.Open(repository.Path), "HEAD~1").SimpleVersion);
    }

    [TestMethod]
    public void A_version_that_is_written_and_not_committed_has_no_height_yet()
    {
        using var repository = Repository("1.0.0");
        repository.Write("version.json", "{}").Commit("build: from tags");
        repository.Write("version.json", """{ "version": "2.0-beta" }""");

        var version = Read(repository);

        Assert.AreEqual(("2.0.0", "-beta", VersionScheme.Height), (version.SimpleVersion, version.PrereleaseVersion, version.Scheme));
    }

    [TestMethod]
    public void A_release_below_the_least_version_is_taken_and_said()
    {
        using var repository = Repository();
        repository.Write("version.json", """{ "version": "2.0", "releaseTools": { "versionFrom": "tags" } }""").Commit("build: 2.0");
        repository.Git("tag", "v1.0.0");

        Assert.AreEqual(("1.0.0", "RT1022"), (Read(repository).SemVer2, Codes(repository)));
    }

    [TestMethod]
    public void A_higher_release_behind_a_lower_one_is_said()
    {
        using var repository = Repository("2.0.0");
        repository.Commit("feat: more");
        repository.Git("tag", "1.0.0");
        repository.Commit("feat: still more");

        Assert.AreEqual(("1.0.1-alpha.0.1", "RT1023"), (Read(repository).SemVer2, Codes(repository)));
        StringAssert.Contains(Read(repository).Remarks[0].Message, "the higher '2.0.0' is hidden behind it");
    }

    [TestMethod]
    public void A_release_on_another_line_hides_nothing()
    {
        using var repository = Repository("1.0.0");
        repository.Git("switch", "--quiet", "--create", "next");
        repository.Commit("feat!: next");
        repository.Git("tag", "2.0.0");
        repository.Git("switch", "--quiet", "main");
        repository.Commit("fix: meanwhile");

        Assert.AreEqual(("1.0.1-alpha.0.1", ""), (Read(repository).SemVer2, Codes(repository)));
    }

    [TestMethod]
    [DataRow("""{ "releaseTools": { "tagPrefix": "api/v" } }""", "1.0.0", "\"tagPrefix\": \"\"")]
    [DataRow("{}", "web/v1.0.0-rc.1", "\"tagPrefix\": \"web/v\"")]
    public void A_prefix_that_no_tag_has_is_said_with_one_that_some_have(string file, string tag, string advice)
    {
        using var repository = Repository(tag, "nightly");
        repository.Write("version.json", file);

        Assert.AreEqual(("0.0.0-alpha.0", "RT1024"), (Read(repository).SemVer2, Codes(repository)));
        StringAssert.Contains(Read(repository).Remarks[0].Message, advice);
    }

    [TestMethod]
    public void Tags_that_are_no_versions_at_all_are_nobodys_business()
    {
        using var repository = Repository("nightly", "v1", "1.2.3.4");

        Assert.AreEqual(("0.0.0-alpha.0", ""), (Read(repository).SemVer2, Codes(repository)));
    }

    [TestMethod]
    public void A_tag_on_no_commit_of_the_history_is_no_release()
    {
        using var repository = Repository();
        repository.Git("tag", "9.0.0", "HEAD^{tree}");
        repository.Git("tag", "8.0.0", repository.Git("commit-tree", "-m", "elsewhere", "HEAD^{tree}"));

        Assert.AreEqual("0.0.0-alpha.0", Read(repository).SemVer2);
    }

    private static TempRepository Repository(params string[] tags)
    {
        var repository = new TempRepository();
        repository.Commit("feat: begin");

        foreach (var tag in tags)
        {
            repository.Git("tag", tag);
        }

        return repository;
    }

    private static VersionSnapshot Read(TempRepository repository, string project = "") =>
        VersionReader.Read(GitRepository.Open(Path.Combine(repository.Path, project)));

    private static string Codes(TempRepository repository) => string.Join(' ', Read(repository).Remarks.Select(remark => remark.Code));
}
