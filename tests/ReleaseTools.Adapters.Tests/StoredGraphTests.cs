using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Git;
using ReleaseTools.Git.Stored;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A history read from git's commit-graph is the history git walks. git is the judge: the same repository is read with core.commitGraph switched off.</summary>
[TestClass]
public sealed class StoredGraphTests(TestContext context)
{
    [TestMethod]
    [DataRow("--reachable", "--changed-paths")]
    [DataRow("--reachable")]
    [DataRow("--reachable", "--changed-paths", "--split=no-merge")]
    public void It_tells_the_same_history_as_git(params string[] options)
    {
        var seed = Random.Shared.Next();
        context.WriteLine($"seed {seed}");
        using var repository = new TempRepository();
        var history = new RandomGraph(seed);
        repository.Import(input => history.Write(input, commits: 60));
        WriteGraph(repository, options);
        AssertSame(repository);

        // Younger than the graph; and then a second layer of it.
        repository.Import(input => history.Write(input, commits: 20));
        AssertSame(repository);
        WriteGraph(repository, options);
        AssertSame(repository);
    }

    [TestMethod]
    public void Names_of_sha_256_are_as_good()
    {
        using var repository = new TempRepository("--object-format=sha256");
        repository.Import(input => new RandomGraph(7).Write(input, commits: 60));
        WriteGraph(repository, "--reachable", "--changed-paths");

        AssertSame(repository);
    }

    [TestMethod]
    public void A_commit_that_was_never_stored_is_found_all_the_same()
    {
        using var repository = new TempRepository();
        repository.Import(input => new RandomGraph(8).Write(input, commits: 30));
        WriteGraph(repository, "--reachable", "--changed-paths");
        repository.Git("switch", "--quiet", "--orphan", "other");
        repository.Write("version.json", "{ }").Commit("feat: from nothing");

        AssertSame(repository);
    }

    [TestMethod]
    [DataRow(10)]
    [DataRow(2000)]
    [DataRow(-1)]
    public void A_damaged_graph_is_left_alone(int place)
    {
        using var repository = new TempRepository();
        repository.Import(input => new RandomGraph(9).Write(input, commits: 60));
        WriteGraph(repository, "--reachable", "--changed-paths");
        var file = Path.Combine(repository.Path, ".git", "objects", "info", "commit-graph");
        var bytes = File.ReadAllBytes(file);
        bytes[place < 0 ? bytes.Length + place : place] ^= 0x10;
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllBytes(file, bytes);

        Assert.IsNull(StoredGraphFiles.Find(Path.Combine(repository.Path, ".git"), nameLength: 20));
    }

    [TestMethod]
    public void A_graph_whose_parts_lie_elsewhere_is_left_alone()
    {
        using var repository = new TempRepository();
        repository.Import(input => new RandomGraph(10).Write(input, commits: 20));
        WriteGraph(repository, "--reachable", "--changed-paths");
        var file = Path.Combine(repository.Path, ".git", "objects", "info", "commit-graph");
        var bytes = File.ReadAllBytes(file);

        for (var chunk = 0; chunk < bytes[6]; chunk++)
        {
            var moved = bytes[..^20];
            BinaryPrimitives.WriteInt64BigEndian(moved.AsSpan(8 + (chunk * 12) + 4), bytes.Length - 3);
#pragma warning disable CA5350 // As git signs it.
            Assert.IsNull(CommitGraphLayer.Read([.. moved, .. SHA1.HashData(moved)], nameLength: 20), $"chunk {chunk}");
#pragma warning restore CA5350
        }
    }

    private static void WriteGraph(TempRepository repository, params string[] options)
    {
        repository.Git(["commit-graph", "write", .. options]);
        Assert.IsNotNull(StoredGraphFiles.Find(Path.Combine(repository.Path, ".git"), repository.Head.Length / 2));
    }

    private static void AssertSame(TempRepository repository) => CollectionAssert.AreEqual(Read(repository, "false"), Read(repository, "true"));

    /// <summary>Every commit with its parents and the version files it holds, in the order of names.</summary>
    private static string[] Read(TempRepository repository, string useGraph)
    {
        repository.Git("config", "core.commitGraph", useGraph);
        var history = GitRepository.Open(repository.Path).ReadHistory(new CommitId(repository.Head), ["lib/version.txt", "lib/version.json", "version.txt", "version.json"]);
        return [.. Enumerable.Range(0, history.Graph.Count).Select(commit => Describe(history, commit)).Order(StringComparer.Ordinal)];
    }

    private static string Describe(CommitHistory history, int commit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{history.Graph.Id(commit).Hash} < {string.Join(' ', history.Graph.Parents(commit).ToArray().Select(parent => history.Graph.Id(parent).Hash))}: {string.Join(' ', history.FilesOf(commit).Files)}");
}
