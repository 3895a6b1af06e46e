using System.Text;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Git.Stored;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The paths read from git's index are those that <c>git ls-files</c> lists.</summary>
[TestClass]
public sealed class StoredIndexTests(TestContext context)
{
    [TestMethod]
    [DataRow("--object-format=sha1")]
    [DataRow("--object-format=sha256")]
    public void All_paths_are_found_whatever_they_are_called(string format)
    {
        var seed = Random.Shared.Next();
        context.WriteLine($"seed {seed}");
        using var repository = new TempRepository(format);
        Fill(repository, Names(new Random(seed)).Take(3000));

        AssertRead(repository);
    }

    [TestMethod]
    public void A_path_longer_than_its_bits_can_say_is_found()
    {
        using var repository = new TempRepository();
        var longest = string.Join('/', Enumerable.Repeat(new string('d', 200), 400));
        Fill(repository, ["a", longest, longest + "e", "z"]);

        AssertRead(repository);
    }

    [TestMethod]
    public void A_file_in_conflict_is_there_once()
    {
        using var repository = new TempRepository();
        repository.Write("a", "1").Write("b", "1").Write("c", "1").Commit("feat: begin");
        repository.Git("switch", "--quiet", "--create", "other");
        repository.Write("a", "2").Write("b", "2").Commit("feat: other");
        repository.Git("switch", "--quiet", "main");
        repository.Write("a", "3").Write("b", "3").Commit("feat: main");
        repository.TryGit("merge", "other");

        Assert.AreEqual("a b c", string.Join(' ', AssertRead(repository)));
    }

    [TestMethod]
    public void Entries_with_more_flags_are_found()
    {
        using var repository = new TempRepository();
        repository.Write("a", "1").Write("b", "1").Write("c", "1").Commit("feat: begin");
        repository.Write("meant", "1").Git("add", "--intent-to-add", "meant");
        repository.Git("update-index", "--skip-worktree", "b");
        repository.Git("update-index", "--assume-unchanged", "c");

        Assert.AreEqual("a b c meant", string.Join(' ', AssertRead(repository)));
    }

    [TestMethod]
    public void A_submodule_and_a_file_deleted_on_disk_are_in_the_index_all_the_same()
    {
        using var repository = new TempRepository();
        repository.Write("a", "1").Write("b", "1").Commit("feat: begin");
        repository.Git("update-index", "--add", "--cacheinfo", $"160000,{repository.Head},module");
        File.Delete(Path.Combine(repository.Path, "b"));

        Assert.AreEqual("a b module", string.Join(' ', AssertRead(repository)));
    }

    [TestMethod]
    [DataRow("update-index", "--index-version", "4")]
    [DataRow("update-index", "--split-index")]
    [DataRow("sparse-checkout", "set", "--cone", "--sparse-index", "in")]
    public void An_index_of_another_form_is_left_to_git(params string[] command)
    {
        using var repository = new TempRepository();
        repository.Write("a", "1").Write("in/b", "1").Write("out/far/c", "1").Write("out/far/d", "1").Commit("feat: begin");
        repository.Git(command);

        Assert.IsNull(Read(repository));
        Assert.AreEqual("a in/b out/far/c out/far/d", string.Join(' ', GitRepository.Open(repository.Path).ListTracked()));
    }

    [TestMethod]
    public void Every_working_tree_has_an_index_of_its_own()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Write("a", "1").Commit("feat: begin");
        repository.Git("worktree", "add", "--quiet", folder.At("linked"));
        File.WriteAllText(folder.At("linked/b"), "1");
        repository.Git("-C", folder.At("linked"), "add", "b");

        Assert.AreEqual("a b", string.Join(' ', GitRepository.Open(folder.At("linked")).ListTracked()));
        Assert.AreEqual("a b", string.Join(' ', GitRepository.Glimpse(folder.At("linked"))!.ListTracked()));
        Assert.AreEqual("a", string.Join(' ', GitRepository.Glimpse(repository.Path)!.ListTracked()));
    }

    [TestMethod]
    public void A_working_tree_elsewhere_is_left_to_git()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        using var other = new TempRepository(folder, "other");
        repository.Write("a", "1").Commit("feat: begin");
        other.Write("b", "1").Commit("feat: begin");
        repository.Git("config", "core.worktree", other.Path);

        Assert.AreEqual("a", string.Join(' ', GitRepository.Open(repository.Path).ListTracked()));
    }

    [TestMethod]
    public void Only_those_whose_names_are_wanted_are_listed()
    {
        using var repository = new TempRepository();
        repository.Write("Chart.yaml", "1").Write("web/Chart.yaml", "1").Write("web/NoChart.yaml", "1").Write("Chart.yaml.bak", "1").Commit("feat: begin");

        Assert.AreEqual("Chart.yaml web/Chart.yaml", string.Join(' ', GitRepository.Open(repository.Path).ListTracked(name => name is "Chart.yaml")));
        repository.Git("update-index", "--index-version", "4");
        Assert.AreEqual("Chart.yaml web/Chart.yaml", string.Join(' ', GitRepository.Open(repository.Path).ListTracked(name => name is "Chart.yaml")));
    }

    [TestMethod]
    public void One_that_ends_early_is_no_index_or_lists_all_there_is()
    {
        using var repository = new TempRepository();
        repository.Write("a", "1").Write("in/b", "1").Commit("feat: begin");
        var whole = File.ReadAllBytes(Path.Combine(repository.Path, ".git", "index"));

        Assert.IsTrue(StoredIndex.Read(new MemoryStream(whole), 20, _ => { }));

        for (var length = 0; length < whole.Length; length++)
        {
            var paths = new List<string>();
            var isRead = StoredIndex.Read(new MemoryStream(whole, 0, length), 20, path => paths.Add(Encoding.UTF8.GetString(path)));
            Assert.IsTrue(!isRead || paths is ["a", "in/b"], $"{length} bytes");
        }
    }

    [TestMethod]
    public void A_path_without_an_end_is_no_path()
    {
        using var repository = new TempRepository();
        repository.Write("a", "1").Commit("feat: begin");
        var bytes = File.ReadAllBytes(Path.Combine(repository.Path, ".git", "index")).Take(72).Concat(new byte[] { 0x0F, 0xFF }).Concat(Enumerable.Repeat((byte)'a', 5_000_000)).ToArray();

        Assert.IsFalse(StoredIndex.Read(new MemoryStream(bytes), 20, _ => { }));
    }

    [TestMethod]
    public void Random_bytes_are_no_index()
    {
        var seed = Random.Shared.Next();
        context.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var repository = new TempRepository();
        repository.Write("a", "1").Write("in/b", "1").Commit("feat: begin");
        var whole = File.ReadAllBytes(Path.Combine(repository.Path, ".git", "index"));

        for (var i = 0; i < 20_000; i++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var count = 0;
            StoredIndex.Read(new MemoryStream(bytes), 20, _ => count++);
            Assert.IsLessThan(whole.Length, count);
        }
    }

    private static string[] AssertRead(TempRepository repository)
    {
        var read = Read(repository);
        Assert.IsNotNull(read);
        CollectionAssert.AreEqual(repository.Git("ls-files", "-z", "--cached").Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray(), read);
        CollectionAssert.AreEqual(read, GitRepository.Glimpse(repository.Path)!.ListTracked().ToArray());
        return read;
    }

    private static string[]? Read(TempRepository repository) =>
        IndexReader.Read(Path.Combine(repository.Path, ".git", "index"), repository.Head.Length / 2, isWanted: null) is { } paths ? [.. paths] : null;

    /// <summary>Files that are in the commit and in the index, and not on disk.</summary>
    private static void Fill(TempRepository repository, IEnumerable<string> names)
    {
        repository.Import(input =>
        {
            input.Write("commit refs/heads/main\ncommitter Ada <ada@example.test> 1600000000 +0000\ndata 4\nfeat\n");

            foreach (var name in names)
            {
                input.Write($"M 100644 inline {name}\ndata 1\n1\n");
            }
        });
        repository.Git("read-tree", "HEAD");
    }

    private static IEnumerable<string> Names(Random random)
    {
        string[] letters = ["a", "B", "7", ".", "-", "_", "é", "日", "😀", "(", "ß", "'", "%"];

        for (var number = 0; ; number++)
        {
            var name = new StringBuilder();

            for (var length = random.Next(1, 300); length > 0; length--)
            {
                name.Append(letters[random.Next(letters.Length)]).Append(random.Next(20) == 0 ? $"x/{number}" : "");
            }

            yield return $"{number}{name}";
        }
    }
}
