using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A changelog that is a link is written where it leads, inside the repository.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class ChangelogLinkTests
{
    [TestMethod]
    public void A_link_to_a_missing_file_outside_the_repository_is_refused()
    {
        using var repository = Repository("../elsewhere/CHANGELOG.md");

        var run = ReleaseCommand.Run(repository.Path, "changelog", "--latest", "--write");

        Assert.AreEqual(2, run.ExitCode);
        StringAssert.Contains(run.Error, "RT3012: 'CHANGELOG.md' leads out of the repository");
        Assert.IsFalse(Directory.Exists(Path.Combine(repository.Path, "..", "elsewhere")));
    }

    [TestMethod]
    public void A_link_to_a_missing_file_in_the_repository_is_followed()
    {
        using var repository = Repository("docs/LOG.md");

        ReleaseCommand.Run(repository.Path, "changelog", "--latest", "--write").Expect();

        StringAssert.Contains(File.ReadAllText(Path.Combine(repository.Path, "docs", "LOG.md")), "begin");
        Assert.IsNotNull(new FileInfo(Path.Combine(repository.Path, "CHANGELOG.md")).LinkTarget);
    }

    private static TempRepository Repository(string target)
    {
        var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("tag", "v1.0.0");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "CHANGELOG.md"), target);
        return repository;
    }
}
