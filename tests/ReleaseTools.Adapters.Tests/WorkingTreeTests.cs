using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class WorkingTreeTests
{
    [TestMethod]
    public void Outside_a_repository_there_is_none()
    {
        using var folder = new TempFolder();

        Assert.IsNull(WorkingTree.Find(folder.Path));
    }

    [TestMethod]
    public void A_folder_that_only_has_the_name_of_gits_is_passed_by()
    {
        using var repository = new TempRepository();
        repository.Write("src/.git/readme.md", "no repository");

        Assert.AreEqual(repository.Path, WorkingTree.Find(Path.Combine(repository.Path, "src"))?.Root);
    }

    [TestMethod]
    [DataRow("--quiet")]
    [DataRow("--separate-git-dir=elsewhere.git")]
    public void A_stamp_holds_until_something_else_is_checked_out(string option)
    {
        using var repository = new TempRepository(option);
        repository.Write("src/a.cs", "").Commit("feat: begin");
        var tree = WorkingTree.Find(Path.Combine(repository.Path, "src"))!;
        Assert.AreEqual(repository.Path, tree.Root);

        var first = tree.Stamp();
        Assert.AreEqual(first, WorkingTree.Find(repository.Path)!.Stamp());

        repository.Commit("fix: go on");
        var second = tree.Stamp();
        Assert.AreNotEqual(first, second, "another commit");

        repository.Git("switch", "--quiet", "--create", "topic");
        Assert.AreNotEqual(second, tree.Stamp(), "another branch");

        repository.Git("switch", "--quiet", "main");
        Assert.AreEqual(second, tree.Stamp());

        repository.Git("pack-refs", "--all");
        repository.Git("switch", "--quiet", "--detach", "HEAD~1");
        Assert.AreNotEqual(second, tree.Stamp(), "no branch");
    }

    [TestMethod]
    [DataRow("--quiet")]
    [DataRow("--separate-git-dir=elsewhere.git")]
    public void The_files_tell_which_commit_is_checked_out(string option)
    {
        using var repository = new TempRepository(option);
        var tree = WorkingTree.Find(repository.Path)!;
        Assert.IsNull(tree.ReadHead(), "no commit yet");

        var first = repository.Commit("feat: begin");
        Assert.AreEqual(first, tree.ReadHead()?.Hash);

        repository.Git("pack-refs", "--all");
        Assert.AreEqual(first, tree.ReadHead()?.Hash, "packed");

        var second = repository.Commit("fix: go on");
        Assert.AreEqual(second, tree.ReadHead()?.Hash, "loose over packed");

        repository.Git("switch", "--quiet", "--detach", "HEAD~1");
        Assert.AreEqual(first, tree.ReadHead()?.Hash, "no branch");

        repository.Git("worktree", "add", "--quiet", "-b", "topic", "../linked", second);
        Assert.AreEqual(second, WorkingTree.Find(Path.Combine(repository.Path, "../linked"))!.ReadHead()?.Hash, "a linked working tree");
    }

    [TestMethod]
    public void A_git_folder_that_went_missing_tells_nothing()
    {
        using var folder = new TempFolder();
        folder.Write(".git", "gitdir: /nowhere/at/all\n");

        Assert.IsNull(WorkingTree.Find(folder.Path)!.ReadHead());
    }

    [TestMethod]
    public void A_linked_working_tree_has_a_stamp_of_its_own()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("worktree", "add", "--quiet", "-b", "topic", "../linked");
        var linked = WorkingTree.Find(Path.GetFullPath("../linked", repository.Path))!;
        var before = (Main: WorkingTree.Find(repository.Path)!.Stamp(), Linked: linked.Stamp());

        repository.Git("-C", linked.Root, "commit", "--quiet", "--allow-empty", "--message", "fix: go on");

        Assert.AreEqual(before.Main, WorkingTree.Find(repository.Path)!.Stamp());
        Assert.AreNotEqual(before.Linked, linked.Stamp());
    }

    [TestMethod]
    [DataRow("v1.0.0")]
    [DataRow("api/v1.0.0")]
    public void A_stamp_holds_until_a_tag_comes_or_moves_or_goes(string tag)
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Commit("feat: more");
        repository.Git("tag", "api/v0.1.0");
        var tree = WorkingTree.Find(repository.Path)!;
        var folder = Path.GetDirectoryName(Path.Combine(repository.Path, ".git", "refs", "tags", tag))!;

        foreach (var step in new[] { [tag, "HEAD"], ["--force", tag, "HEAD~1"], new[] { "--delete", tag } })
        {
            // Set back, so that no two steps fall into one tick of the file system's clock.
            Directory.SetLastWriteTimeUtc(folder, DateTime.UnixEpoch);
            var before = tree.Stamp();
            Assert.AreEqual(before, tree.Stamp());

            repository.Git(["tag", .. step]);

            Assert.AreNotEqual(before, tree.Stamp(), string.Join(' ', step));
        }
    }

    [TestMethod]
    public void A_stamp_holds_the_state_of_the_files_asked_for()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        var tree = WorkingTree.Find(repository.Path)!;
        var file = Path.Combine(repository.Path, "version.json");
        var without = tree.Stamp(file);

        repository.Write("version.json", "{}");

        Assert.AreNotEqual(without, tree.Stamp(file));
    }

    [TestMethod]
    public void A_file_for_a_CI_host_is_no_change_of_the_working_tree_unless_git_knows_it()
    {
        using var repository = new TempRepository();
        repository.Write("a.txt", "").Commit("feat: begin");
        bool HasChanges() => GitRepository.Open(repository.Path).HasChanges();

        repository.Write("release.env", "A=1").Write("release.properties", "A=1").Write("jenkins_build_number.txt", "1");
        Assert.IsFalse(HasChanges());

        repository.Write("other.env", "A=1");
        Assert.IsTrue(HasChanges(), "a file that is not ours");

        File.Delete(Path.Combine(repository.Path, "other.env"));
        repository.Commit("feat: keep them");
        repository.Write("release.env", "A=2");
        Assert.IsTrue(HasChanges(), "a file that is committed");
    }
}
