using System.Security.Cryptography;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A height is counted once for each commit. Whatever happens to what was kept of it, and to the repository, the number is right.</summary>
[TestClass]
public sealed class HeightCacheTests
{
    private static readonly CommitId Commit = new(new string('a', 40));

    private static readonly string[] Paths = ["version.json"];

    [TestMethod]
    public void A_height_that_was_counted_is_not_counted_again()
    {
        using var repository = Sample();
        Assert.AreEqual("1.2.3", Version(repository));
        BreakHistory(repository);

        Assert.AreEqual("1.2.3", Version(repository));
    }

    [TestMethod]
    public void Without_the_cache_it_is_counted_anew()
    {
        using var repository = Sample();
        _ = Version(repository);
        Directory.Delete(CacheOf(repository), recursive: true);

        Assert.AreEqual("1.2.3", Version(repository));
        Assert.IsTrue(Directory.Exists(CacheOf(repository)));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(33)]
    [DataRow(-1)]
    public void What_is_damaged_is_as_good_as_nothing(int place)
    {
        using var folder = new TempFolder();
        var file = Kept(folder, out var cache);
        var bytes = File.ReadAllBytes(file);
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.IsNull(cache.Find(Commit, Paths));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(31)]
    [DataRow(32)]
    [DataRow(40)]
    public void What_is_cut_short_is_as_good_as_nothing(int length)
    {
        using var folder = new TempFolder();
        var file = Kept(folder, out var cache);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Assert.IsNull(cache.Find(Commit, Paths));
    }

    [TestMethod]
    public void Where_something_damaged_is_kept_it_is_counted_anew()
    {
        using var repository = Sample();
        _ = Version(repository);
        var file = Directory.GetFiles(CacheOf(repository)).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[SHA256.HashSizeInBytes] = 77;
        File.WriteAllBytes(file, bytes);

        Assert.AreEqual("1.2.3", Version(repository));
    }

    [TestMethod]
    public void Each_folder_of_a_repository_has_a_height_of_its_own()
    {
        using var repository = Sample();
        repository.Write("api/version.json", """{ "version": "7.0" }""").Commit("feat: an api");

        for (var round = 0; round < 2; round++)
        {
            Assert.AreEqual("1.2.4", Version(repository));
            Assert.AreEqual("7.0.1", Version(repository, "api"));
        }
    }

    [TestMethod]
    public void An_edit_that_is_not_committed_counts_before_what_was_kept()
    {
        using var repository = Sample();
        _ = Version(repository);
        repository.Write("version.json", """{ "version": "2.0" }""");

        Assert.AreEqual("2.0.0", Version(repository));
    }

    [TestMethod]
    public void A_history_replaced_since_counts_as_git_shows_it()
    {
        using var repository = Sample();
        _ = Version(repository);
        repository.Git("replace", "--graft", "HEAD", "HEAD~2");

        Assert.AreEqual("1.2.2", Version(repository));
    }

    [TestMethod]
    public void A_clone_that_was_cut_shorter_since_is_not_answered_from_before()
    {
        using var repository = Sample();
        using var folder = new TempFolder();
        repository.Git("clone", "--quiet", new Uri(repository.Path).AbsoluteUri, folder.At("clone"));
        Assert.AreEqual("1.2.3", Version(folder.At("clone")));
        repository.Git("-C", folder.At("clone"), "fetch", "--quiet", "--depth=1");

        Assert.Contains("RT1006", Assert.ThrowsExactly<Diagnostics.ReleaseException>(() => Version(folder.At("clone"))).Message);
    }

    [TestMethod]
    public void Paths_compared_without_case_are_another_question()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2", "pathFilters": [ "SRC" ] }""").Commit("feat: begin");
        repository.Write("src/a", "a").Commit("feat: more");
        repository.Write("SRC/b", "b").Commit("feat: and more");
        repository.Git("config", "core.ignoreCase", "false");
        Assert.AreEqual("1.2.1", Version(repository));
        repository.Git("config", "core.ignoreCase", "true");

        Assert.AreEqual("1.2.2", Version(repository));
        Assert.AreEqual("1.2.2", Version(repository));
    }

    [TestMethod]
    public void Many_who_write_at_once_do_not_disturb_each_other()
    {
        using var repository = Sample();
        var commits = repository.Git("rev-list", "HEAD").Split('\n');

        var versions = Enumerable.Range(0, 60).AsParallel().WithDegreeOfParallelism(12)
            .Select(i => VersionReader.Read(GitRepository.Open(repository.Path), commits[i % commits.Length], publicRelease: true).SimpleVersion)
            .ToArray();

        CollectionAssert.AreEquivalent(Enumerable.Range(0, 60).Select(i => $"1.2.{commits.Length - (i % commits.Length)}").ToArray(), versions);
        Assert.HasCount(commits.Length, Directory.GetFiles(CacheOf(repository)));
    }

    [TestMethod]
    public void However_much_is_asked_the_folder_stays_below_a_megabyte()
    {
        using var folder = new TempFolder();
        var cache = new HeightCache(folder.At("heights"), []);

        for (var i = 0; i < 1000; i++)
        {
            cache.Keep(new($"{i:x40}"), ["version.json"], new(new([new("version.json", new string('x', 3000))]), i, LastCounted: null));
        }

        Assert.IsLessThan(1_000_000, Directory.GetFiles(folder.At("heights")).Sum(file => new FileInfo(file).Length));
        Assert.AreEqual(999, cache.Find(new($"{999:x40}"), ["version.json"])?.Height);
    }

    private static string Kept(TempFolder folder, out HeightCache cache)
    {
        cache = new HeightCache(folder.At("heights"), []);
        cache.Keep(Commit, Paths, new(new([new("version.json", "{ }")]), 7, LastCounted: null));
        Assert.AreEqual(7, cache.Find(Commit, Paths)?.Height);
        return Directory.GetFiles(folder.At("heights")).Single();
    }

    private static TempRepository Sample()
    {
        var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""").Commit("feat: begin");
        repository.Commit("feat: more");
        repository.Commit("feat: and more");
        return repository;
    }

    /// <summary>Takes away the first commit: whoever walks down to it gets an error from git.</summary>
    private static void BreakHistory(TempRepository repository)
    {
        var first = repository.Git("rev-parse", "HEAD~2");
        var file = Path.Combine(repository.Path, ".git", "objects", first[..2], first[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.Delete(file);
    }

    private static string CacheOf(TempRepository repository) => Path.Combine(repository.Path, ".git", "release-tools", "heights");

    private static string Version(TempRepository repository, string folder = "") => Version(Path.Combine(repository.Path, folder));

    private static string Version(string folder) => VersionReader.Read(GitRepository.Open(folder), publicRelease: true).SimpleVersion;
}
