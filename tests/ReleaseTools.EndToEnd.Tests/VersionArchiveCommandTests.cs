using System.Formats.Tar;
using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Archives are made by the real <c>git archive</c> and unpacked.</summary>
[TestClass]
public sealed class VersionArchiveCommandTests
{
    private const string Settings = """{ "version": "1.4-beta", "publicReleaseRefSpec": ["^refs/tags/v\\d"] }""";

    [TestMethod]
    public void A_preview_changes_nothing_and_a_second_run_has_nothing_to_do()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", Settings).Write(".gitattributes", "* text=auto").Commit("feat: begin");

        StringAssert.Contains(Release(repository, "archive").Expect().Output, ".release/archive.txt: to be written");
        Assert.AreEqual("", repository.Git("status", "--porcelain"));

        Release(repository, "archive", "--apply").Expect();
        Assert.AreEqual("* text=auto\n.release/archive.txt export-subst\n", File.ReadAllText(Path.Combine(repository.Path, ".gitattributes")));
        StringAssert.StartsWith(Release(repository, "archive", "--apply").Expect().Output, "Nothing to do: ");
        Assert.IsFalse(JsonDocument.Parse(Release(repository, "archive", "--apply", "--json").Expect().Output).RootElement.GetProperty("applied").GetBoolean());
    }

    [TestMethod]
    [DataRow(Settings, "v1.4.2-beta")]
    [DataRow("""{ "version": "1.4", "versionHeightOffset": 5 }""", "v1.4.7")]
    [DataRow("""{ "version": "1.4.0-rc.{height}", "publicReleaseRefSpec": ["^refs/tags/"], "release": { "tagName": "rel/{version}" } }""", "rel/1.4.0-rc.2")]
    [DataRow("""{ "version": "1.4.0.7" }""", "whatever")]
    [DataRow("""{ "pathFilters": ["src"], "releaseTools": { "tagPrefix": "app/" } }""", "app/2.0.1+build.5")]
    [DataRow("{ }", "v2.0.1-rc.1")]
    public void The_archive_of_a_release_tag_has_every_form_its_checkout_has(string settings, string tag)
    {
        using var repository = Repository(settings);
        using var archive = new TempFolder();
        repository.Git("tag", "--annotate", "--message", "release", tag);
        repository.Git("switch", "--quiet", "--detach", tag);
        var expected = ReleaseCommand.Run(repository.Path, "version", "--json").Expect().Output;

        Unpack(repository, archive, tag);

        Assert.AreEqual(expected, ReleaseCommand.Run(archive.Path, "version", "--json").Expect().Output);
        Assert.AreEqual(expected, ReleaseCommand.Run(archive.At("src"), "version", "--json").Expect().Output);
    }

    [TestMethod]
    [DataRow("""{ "version": "1.4", "pathFilters": [ ":!docs" ], "releaseTools": { "commitInVersion": "lastCounted" } }""")]
    [DataRow("""{ "version": "1.4", "gitCommitIdShortAutoMinimum": 4 }""")]
    [DataRow("""{ "gitCommitIdShortAutoMinimum": 4 }""")]
    public void A_commit_that_no_tag_shows_is_not_made_up(string settings)
    {
        using var repository = Repository(settings);
        using var archive = new TempFolder();
        repository.Git("tag", "v1.4.2");

        Unpack(repository, archive, "v1.4.2");

        StringAssert.Contains(ReleaseCommand.Run(archive.Path, "version").Expect(3).Error, "error RT1069: ");
    }

    [TestMethod]
    [DataRow(Settings)]
    [DataRow("{ }")]
    public void The_archive_of_another_commit_says_what_would_carry_its_version(string settings)
    {
        using var repository = Repository(settings);
        using var archive = new TempFolder();

        Unpack(repository, archive, "HEAD");
        var run = ReleaseCommand.Run(archive.Path, "version");

        Assert.AreEqual(3, run.ExitCode, run.All);
        StringAssert.Contains(run.Error, $"error RT1069: This is a source archive of {repository.Head[..7]}");
        StringAssert.Contains(run.Error, "git archive --prefix=.release/ --add-file=.release/version.lock --prefix= HEAD");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_packed_version_added_to_the_archive_is_exact_for_any_commit(bool hasNote)
    {
        using var repository = Repository(Settings, hasNote);
        using var archive = new TempFolder();
        var expected = ReleaseCommand.Run(repository.Path, "version", "--json").Expect().Output;
        ReleaseCommand.Run(repository.Path, "version", "pack").Expect();

        Unpack(repository, archive, "HEAD", "--prefix=.release/", "--add-file=.release/version.lock", "--prefix=");

        Assert.AreEqual(expected, ReleaseCommand.Run(archive.Path, "version", "--json").Expect().Output);
    }

    [TestMethod]
    public void A_packed_version_of_another_commit_than_the_archive_is_refused()
    {
        using var repository = Repository(Settings);
        using var archive = new TempFolder();
        ReleaseCommand.Run(repository.Path, "version", "pack").Expect();
        repository.Commit("feat: more");

        Unpack(repository, archive, "HEAD", "--prefix=.release/", "--add-file=.release/version.lock", "--prefix=");
        var run = ReleaseCommand.Run(archive.Path, "version");

        Assert.AreEqual(2, run.ExitCode, run.All);
        StringAssert.Contains(run.Error, "error RT1074: ");
    }

    [TestMethod]
    public void A_plain_copy_is_no_archive()
    {
        using var repository = Repository(Settings);
        using var copy = new TempFolder();
        BuildContext.Copy(repository.Path, copy.Path);

        StringAssert.Contains(ReleaseCommand.Run(copy.Path, "version").Error, "error RT1002: ");
    }

    private static TempRepository Repository(string settings, bool hasNote = true)
    {
        var repository = new TempRepository();
        repository.Write("version.json", settings).Write("src/a.cs", "").Write(".gitignore", ".release/version.lock\n").Commit("feat: begin");

        if (hasNote)
        {
            Release(repository, "archive", "--apply").Expect();
        }

        repository.Commit("feat: an archive");
        return repository;
    }

    private static void Unpack(TempRepository repository, TempFolder archive, string commit, params string[] options)
    {
        using var tar = new TempFolder();
        repository.Git(["archive", "--format=tar", $"--output={tar.At("source.tar")}", .. options, commit]);
        TarFile.ExtractToDirectory(tar.At("source.tar"), archive.Path, overwriteFiles: false);
    }

    private static ProgramRun Release(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, ["version", .. arguments]);
}
