using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>Which commit stands in a version: the one it is asked for, or the last that counted, as Nerdbank.GitVersioning has it since 3.11.</summary>
[TestClass]
public sealed class CommitInVersionTests
{
    private const string Settings = "\"gitCommitIdPrefix\": \"c\", \"cloudBuild\": { \"buildNumber\": { \"includeCommitId\": { \"when\": \"always\" } } }";

    [TestMethod]
    public void The_last_commit_that_counted_stands_wherever_the_version_holds_one()
    {
        using var repository = Sample(Settings);
        var counted = repository.Git("rev-parse", "HEAD~1");
        var number = Convert.ToInt32(counted[..4], 16);

        var version = Read(repository);

        Assert.AreEqual($"1.2.2.{number}", version.Version.ToString());
        Assert.AreEqual($"1.2.2-rc.c{counted[..10]}", version.SemVer2);
        Assert.AreEqual($"1.2.2-rc-{counted[..10]}", version.SemVer1);
        Assert.AreEqual($"1.2.2-rc-c{counted[..10]}", version.NuGetPackageVersion);
        Assert.AreEqual($"+{counted[..10]}", version.BuildMetadataFragment);
        Assert.AreEqual($"1.2.2-rc+{counted[..10]}", version.CloudBuildNumber);
    }

    [TestMethod]
    public void What_names_the_source_names_the_commit_that_is_built()
    {
        using var repository = Sample(Settings);

        var version = Read(repository);

        Assert.AreEqual((repository.Head, repository.Head[..10]), (version.GitCommitId, version.GitCommitIdShort));
        Assert.AreEqual($"1.2.2-rc+{repository.Head[..10]}", version.AssemblyInformationalVersion);
    }

    [TestMethod]
    public void A_version_is_the_same_until_something_counts()
    {
        using var repository = Sample(Settings);
        var before = Read(repository).SemVer2;
        repository.Write("docs/b.md", "b").Commit("docs: b");

        Assert.AreEqual(before, Read(repository).SemVer2);

        repository.Write("src/b.cs", "b").Commit("feat: b");

        Assert.AreEqual($"1.2.3-rc.c{repository.Head[..10]}", Read(repository).SemVer2);
    }

    [TestMethod]
    public void It_is_the_same_whether_it_was_counted_now_or_before()
    {
        using var repository = Sample(Settings);

        var (first, second) = (Read(repository), Read(repository));

        Assert.AreNotEqual(repository.Head, first.VersionCommitId);
        Assert.AreEqual(first.VersionCommitId, second.VersionCommitId);
    }

    [TestMethod]
    public void A_version_leads_back_to_all_commits_that_make_it()
    {
        using var repository = Sample(Settings);
        var version = Read(repository);

        foreach (var text in new[] { version.SemVer2, version.Version.ToString(), version.NuGetPackageVersion })
        {
            var found = CommitFinder.Find(GitRepository.Open(repository.Path), VersionQuery.Parse(text));

            CollectionAssert.AreEquivalent(new[] { repository.Head, version.VersionCommitId }, found.Select(commit => commit.Made.Commit.Hash).ToArray(), text);
        }
    }

    [TestMethod]
    public void Its_shortest_unique_abbreviation_is_its_own()
    {
        using var repository = Sample("\"gitCommitIdShortAutoMinimum\": 6");
        var counted = repository.Git("rev-parse", "HEAD~1");

        var version = Read(repository);

        Assert.AreEqual((repository.Git("rev-parse", "--short=6", "HEAD"), repository.Git("rev-parse", "--short=6", counted)), (version.GitCommitIdShort, version.VersionCommitIdShort));
        Assert.AreEqual(version.SemVer2, Read(repository).SemVer2, "when it was counted before");
    }

    [TestMethod]
    public void Where_nothing_counted_or_the_version_is_edited_the_commit_that_is_built_stands_in_it()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2", "pathFilters": [ "src" ], "releaseTools": { "commitInVersion": "lastCounted" } }""").Commit("build: begin");
        repository.Commit("docs: nothing");

        Assert.AreEqual($"1.2.0-g{repository.Head[..10]}", Read(repository).SemVer2);

        repository.Write("src/a.cs", "a").Commit("feat: a");
        repository.Commit("docs: nothing");
        repository.Write("version.json", """{ "version": "1.3", "pathFilters": [ "src" ], "releaseTools": { "commitInVersion": "lastCounted" } }""");

        Assert.AreEqual($"1.3.0-g{repository.Head[..10]}", Read(repository).SemVer2);
    }

    /// <summary>A commit that sets the version, one that counts, and one that does not.</summary>
    private static TempRepository Sample(string settings)
    {
        var repository = new TempRepository();
        repository.Write("version.json", $$"""{ "version": "1.2-rc", "pathFilters": [ ":!docs" ], {{settings}}, "releaseTools": { "commitInVersion": "lastCounted" } }""").Commit("build: begin");
        repository.Write("src/a.cs", "a").Commit("feat: a");
        repository.Write("docs/a.md", "a").Commit("docs: a");
        return repository;
    }

    private static VersionSnapshot Read(TempRepository repository) => VersionReader.Read(GitRepository.Open(repository.Path));
}
