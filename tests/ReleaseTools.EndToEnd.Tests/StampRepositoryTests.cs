using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Whose files are stamped is git's to say, however plain it looks.</summary>
[TestClass]
public sealed class StampRepositoryTests
{
    private const string Chart = "apiVersion: v2\nname: x\nversion: 0.1.0\n";

    [TestMethod]
    [DataRow("core.repositoryformatversion", "99")]
    [DataRow("core.worktree", "/nowhere/at/all")]
    public void Nothing_is_stamped_where_git_refuses(string setting, string value)
    {
        using var repository = Repository();
        repository.Git("config", setting, value);

        var run = ReleaseCommand.Run(repository.Path, "stamp", "--version", "9.9.9");

        Assert.AreNotEqual(0, run.ExitCode);
        Assert.AreEqual(Chart, File.ReadAllText(Path.Combine(repository.Path, "c/Chart.yaml")));
    }

    [TestMethod]
    public void Settings_that_git_cannot_read_stop_a_stamp()
    {
        using var repository = Repository();
        File.AppendAllText(Path.Combine(repository.Path, ".git/config"), "[[[\n");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "stamp", "--version", "9.9.9").Error, "error RT1003");
        Assert.AreEqual(Chart, File.ReadAllText(Path.Combine(repository.Path, "c/Chart.yaml")));
    }

    [TestMethod]
    public void Git_s_own_folder_is_no_working_tree()
    {
        using var repository = Repository();

        StringAssert.Contains(ReleaseCommand.Run(Path.Combine(repository.Path, ".git"), "stamp", "--version", "9.9.9").Error, "error RT1003");
    }

    [TestMethod]
    public void A_bare_repository_within_the_tree_has_no_files_to_stamp()
    {
        using var repository = Repository();
        repository.Git("init", "--quiet", "--bare", "kept.git");
        repository.Write("kept.git/c/Chart.yaml", Chart).Git("add", "--force", "kept.git/c");
        repository.Commit("test: a repository");

        Assert.AreNotEqual(0, ReleaseCommand.Run(Path.Combine(repository.Path, "kept.git"), "stamp", "--version", "9.9.9").ExitCode);
        Assert.AreEqual(Chart, File.ReadAllText(Path.Combine(repository.Path, "kept.git/c/Chart.yaml")));
    }

    [TestMethod]
    [DataRow("""{ "\ud800abc": 1, "version": "0.1.0" }""")]
    [DataRow("""{ "ver\ud800": 1, "version": "0.1.0" }""")]
    public void A_name_that_is_no_text_is_passed_over(string package)
    {
        using var repository = Repository();
        repository.Write("package.json", package).Commit("feat: a package");

        ReleaseCommand.Run(repository.Path, "stamp", "--version", "9.9.9").Expect();

        Assert.AreEqual(package.Replace("0.1.0", "9.9.9", StringComparison.Ordinal), File.ReadAllText(Path.Combine(repository.Path, "package.json")));
    }

    private static TempRepository Repository()
    {
        var repository = new TempRepository();
        repository.Write("c/Chart.yaml", Chart).Write("version.json", """{ "version": "0.1" }""").Commit("feat: begin");
        return repository;
    }
}
