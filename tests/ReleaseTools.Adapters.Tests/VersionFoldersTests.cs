using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionFoldersTests
{
    [TestMethod]
    public void A_project_follows_the_nearest_version_file()
    {
        using var repository = Sample();

        Assert.AreEqual("", Of(repository, "src/web"), "the root's");
        Assert.AreEqual("src/api", Of(repository, "src/api/v1"));
        Assert.AreEqual("src/old", Of(repository, "src/old"), "version.txt counts as well");
    }

    [TestMethod]
    public void A_version_file_counts_before_it_is_committed_and_after_it_is_deleted()
    {
        using var repository = Sample();
        repository.Write("src/web/version.json", "{}");
        repository.Git("rm", "--quiet", "src/api/version.json");

        Assert.AreEqual("src/web", Of(repository, "src/web"));
        Assert.AreEqual("src/api", Of(repository, "src/api/v1"), "the commit still has it");
    }

    [TestMethod]
    public void Without_any_version_file_all_follow_the_root()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");

        Assert.AreEqual("", Of(repository, "src/web"));
    }

    private static TempRepository Sample()
    {
        var repository = new TempRepository();
        repository.Write("version.json", "{}").Write("src/api/version.json", "{}").Write("src/old/version.txt", "1.0").Commit("feat: begin");
        return repository;
    }

    /// <summary>The folder, from the root and with forward slashes; empty for the root.</summary>
    private static string Of(TempRepository repository, string folder)
    {
        var found = VersionFolders.Look(repository.Path).Of(Path.Combine(repository.Path, folder.Replace('/', Path.DirectorySeparatorChar)));
        return found == repository.Path ? "" : Path.GetRelativePath(repository.Path, found).Replace('\\', '/');
    }
}
