using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>
/// Repositories that keep their branches and tags in tables, as git 3 will by default. Their HEAD file always says
/// <c>ref: refs/heads/.invalid</c>: whoever reads it instead of asking git is led astray.
/// </summary>
[TestClass]
public sealed class ReftableTests
{
    private const string PublicByTag = """{ "version": "1.2", "publicReleaseRefSpec": ["^refs/tags/v"] }""";

    [TestMethod]
    public void The_version_is_the_same()
    {
        using var folder = new TempFolder();
        using var repository = Repository(folder);

        var version = VersionReader.Read(GitRepository.Open(repository.Path));

        Assert.AreEqual(("1.2.2", "refs/heads/main", repository.Head), (version.SimpleVersion, version.BuildingRef, version.GitCommitId));
    }

    [TestMethod]
    public void Tags_are_seen()
    {
        using var folder = new TempFolder();
        using var repository = Repository(folder);
        repository.Git("tag", "--annotate", "--message", "v1.2.2", "v1.2.2");
        var opened = GitRepository.Open(repository.Path);

        Assert.IsTrue(VersionReader.Read(opened).PublicRelease);
        Assert.AreEqual(new("v1.2.2", new(repository.Head)), opened.ReadTags().Single());
    }

    [TestMethod]
    public void A_linked_working_tree_has_its_own_branch()
    {
        using var folder = new TempFolder();
        using var repository = Repository(folder);
        repository.Git("worktree", "add", "--quiet", "-b", "topic", folder.At("tree"));
        repository.Git("-C", folder.At("tree"), "commit", "--quiet", "--allow-empty", "--message", "feat: on a topic");

        var version = VersionReader.Read(GitRepository.Open(folder.At("tree")));

        Assert.AreEqual(("1.2.3", "refs/heads/topic"), (version.SimpleVersion, version.BuildingRef));
    }

    [TestMethod]
    public void A_shallow_clone_is_known()
    {
        using var folder = new TempFolder();
        using var origin = Repository(folder);
        origin.Git("clone", "--quiet", "--depth=1", "--ref-format=reftable", new Uri(origin.Path).AbsoluteUri, folder.At("clone"));

        StringAssert.Contains(ReleaseCommand.Run(folder.At("clone"), "version").Error, "error RT1006: ");
    }

    [TestMethod]
    public void A_stamp_holds_until_something_else_is_checked_out()
    {
        using var folder = new TempFolder();
        using var repository = Repository(folder);
        repository.Git("worktree", "add", "--quiet", "-b", "topic", folder.At("tree"));
        var tree = WorkingTree.Find(repository.Path)!;
        var linked = WorkingTree.Find(folder.At("tree"))!;
        var seen = new HashSet<string> { tree.Stamp() };

        Assert.IsFalse(seen.Add(tree.Stamp()), "nothing happened");
        repository.Commit("fix: go on");
        Assert.IsTrue(seen.Add(tree.Stamp()), "another commit");
        repository.Git("switch", "--quiet", "--create", "other");
        Assert.IsTrue(seen.Add(tree.Stamp()), "another branch");
        repository.Git("tag", "v1.2.3");
        Assert.IsTrue(seen.Add(tree.Stamp()), "another tag");
        repository.Git("pack-refs", "--all");
        repository.Git("switch", "--quiet", "--detach", "main~1");
        Assert.IsTrue(seen.Add(tree.Stamp()), "no branch");

        Assert.IsTrue(seen.Add(linked.Stamp()), "a tree of its own");
        repository.Git("-C", linked.Root, "commit", "--quiet", "--allow-empty", "--message", "feat: on a topic");
        Assert.IsTrue(seen.Add(linked.Stamp()), "another commit there");
    }

    private static TempRepository Repository(TempFolder folder)
    {
        if (ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "git", "init", "--quiet", "--ref-format=reftable", folder.At("probe")).ExitCode != 0)
        {
            Assert.Inconclusive("The git on the PATH cannot make such repositories; git 2.45 and later can.");
        }

        var repository = new TempRepository(folder, "tables", "--ref-format=reftable");
        repository.Write("version.json", PublicByTag).Commit("feat: begin");
        repository.Commit("feat: more");
        return repository;
    }
}
