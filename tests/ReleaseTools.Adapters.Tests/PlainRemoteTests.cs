using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Where a remote is read without git it is what git would say.</summary>
[TestClass]
public sealed class PlainRemoteTests
{
    private const string Told = "https://git.example.test/acme/shop";

    [TestMethod]
    public void A_plain_remote_is_read_without_git()
    {
        using var repository = new TempRepository();
        repository.Git("remote", "add", "origin", Told);

        Assert.AreEqual(Told, PlainRemote.Find(Path.Combine(repository.Path, ".git"), "origin"));
    }

    [TestMethod]
    [DataRow("path = other")]
    [DataRow("path = \"other\" ; a remark")]
    [DataRow("path = other # a remark")]
    [DataRow("PATH=other")]
    public void An_included_file_has_its_say(string include)
    {
        using var repository = new TempRepository();
        repository.Git("remote", "add", "origin", "shop:acme");
        repository.Write(".git/other", "[url \"https://git.example.test/\"]\n\tinsteadOf = shop:\n");
        File.AppendAllText(Path.Combine(repository.Path, ".git/config"), $"[include]\n\t{include}\n");

        Assert.AreEqual("https://git.example.test/acme", GitRepository.Open(repository.Path).FindRemote("origin"));
    }

    [TestMethod]
    [DataRow("path = other")]
    [DataRow("path = \"other\" ; a remark")]
    [DataRow("path = other # a remark")]
    [DataRow("path = \"oth#er\"")]
    public void What_is_included_is_among_the_files_a_stamp_holds(string include)
    {
        using var folder = new TempFolder();
        folder.Write("config", $"[include]\n\t{include}\n");

        CollectionAssert.Contains(GitSettings.Files(folder.At("config")).ToArray(), folder.At(include.Contains("oth#er", StringComparison.Ordinal) ? "oth#er" : "other"));
    }
}
