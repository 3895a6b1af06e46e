using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Whatever can change a version changes the stamp of its working tree, and so makes it another question.</summary>
[TestClass]
public sealed class StampTests
{
    private static readonly Dictionary<string, Action<TempRepository>> Changes = new()
    {
        ["commit"] = repository => repository.Commit("fix: go on"),
        ["amend"] = repository => repository.Git("commit", "--quiet", "--amend", "--allow-empty", "--message", "fix: other words"),
        ["checkout"] = repository => repository.Git("switch", "--quiet", "--detach", "HEAD~1"),
        ["branch of the same commit"] = repository => repository.Git("switch", "--quiet", "--create", "topic"),
        ["tag"] = repository => repository.Git("tag", "v2.0.0"),
        ["packed tag"] = repository =>
        {
            repository.Git("tag", "v2.0.0");
            repository.Git("pack-refs", "--all");
        },
        ["remote"] = repository => repository.Git("remote", "add", "origin", "https://git.example.test/acme/shop"),
        ["setting"] = repository => repository.Git("config", "core.ignoreCase", "true"),
        ["replacement"] = repository => repository.Git("replace", "--graft", "HEAD"),
        ["graft"] = repository => repository.Write(".git/info/grafts", repository.Head + "\n"),
        ["cut"] = repository => repository.Write(".git/shallow", repository.Head + "\n"),
        ["setting of a file that is included"] = repository => repository.Write("included", "[core] ignoreCase = true\n"),
        ["version file"] = repository => repository.Write("version.json", """{ "version": "1.5" }"""),
        ["version file deleted"] = repository => File.Delete(Path.Combine(repository.Path, "version.json")),
        ["lock"] = repository => repository.Write("release.lock", "{ }"),
    };

    public static IEnumerable<string> Kinds => Changes.Keys;

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void A_change_makes_another_stamp(string kind)
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.4" }""").Commit("feat: begin");
        repository.Commit("feat: more");
        repository.Git("config", "include.path", "../included");
        string[] files = [Path.Combine(repository.Path, "version.json"), Path.Combine(repository.Path, "release.lock")];
        var tree = WorkingTree.Find(repository.Path)!;
        var before = tree.Stamp(files);
        Assert.AreEqual(before, tree.Stamp(files), "nothing happened");

        Changes[kind](repository);

        Assert.AreNotEqual(before, tree.Stamp(files));
    }

    [TestMethod]
    public void An_edit_of_the_same_length_at_the_same_time_is_seen()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.4" }""").Commit("feat: begin");
        var (tree, file) = (WorkingTree.Find(repository.Path)!, Path.Combine(repository.Path, "version.json"));
        var (before, time) = (tree.Stamp(file), File.GetLastWriteTimeUtc(file));

        repository.Write("version.json", """{ "version": "1.5" }""");
        File.SetLastWriteTimeUtc(file, time);

        Assert.AreNotEqual(before, tree.Stamp(file));
    }

    [TestMethod]
    public void A_stamp_holds_for_names_of_64_digits()
    {
        using var repository = new TempRepository("--object-format=sha256");
        repository.Commit("feat: begin");
        var tree = WorkingTree.Find(repository.Path)!;
        var before = tree.Stamp();

        repository.Commit("fix: go on");

        Assert.AreNotEqual(before, tree.Stamp());
    }
}
