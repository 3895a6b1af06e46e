using System.Text;
using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionSetCommandTests
{
    [TestMethod]
    public void A_change_is_shown_first_and_written_when_asked_for()
    {
        using var repository = Repository("{\n  \"version\": \"1.4-beta\"\n}\n");

        var preview = Set(repository, "1.5").Expect();

        Assert.AreEqual("version.json(2,14): version is '1.4-beta', would be '1.5'\n", preview.Output);
        Assert.AreEqual("Nothing is written yet. Give '--apply' to write it.\n", preview.Error);
        Assert.AreEqual("{\n  \"version\": \"1.4-beta\"\n}\n", Read(repository));
        Assert.AreEqual("version.json(2,14): version was '1.4-beta', is '1.5'\n", Set(repository, "1.5", "--apply").Expect().Output);
        Assert.AreEqual("{\n  \"version\": \"1.5\"\n}\n", Read(repository));
        Assert.AreEqual("Nothing to do: version.json says 1.5.\n", Set(repository, "1.5", "--apply").Expect().Output);
    }

    [TestMethod]
    [DataRow("\uFEFF{\r\n\t// why\r\n\t\"VERSION\" : \"1.4\", /* here */ \"x\": \"größe\",\r\n}\r\n", "\uFEFF{\r\n\t// why\r\n\t\"VERSION\" : \"1.5.0-rc.{height}\", /* here */ \"x\": \"größe\",\r\n}\r\n")]
    [DataRow("{ \"version\": \"1.0\", \"version\": \"1.1\" }", "{ \"version\": \"1.0\", \"version\": \"1.5.0-rc.{height}\" }")]
    [DataRow("{ \"version\": null }", "{ \"version\": \"1.5.0-rc.{height}\" }")]
    [DataRow("{}", "{ \"version\": \"1.5.0-rc.{height}\" }")]
    [DataRow("{\r\n  \"$schema\": \"s\",\r\n  \"inherit\": false\r\n}", "{\r\n  \"$schema\": \"s\",\r\n  \"version\": \"1.5.0-rc.{height}\",\r\n  \"inherit\": false\r\n}")]
    [DataRow("{\n    \"$schema\": \"s\"\n}", "{\n    \"$schema\": \"s\",\n    \"version\": \"1.5.0-rc.{height}\"\n}")]
    [DataRow("{\n    // first\n    \"pathFilters\": []\n}", "{\n    // first\n    \"version\": \"1.5.0-rc.{height}\",\n    \"pathFilters\": []\n}")]
    [DataRow("{\"pathFilters\":[]}", "{\"version\": \"1.5.0-rc.{height}\", \"pathFilters\":[]}")]
    public void Nothing_but_the_version_changes(string before, string after)
    {
        using var repository = Repository(before);

        Set(repository, "1.5.0-rc.{height}", "--apply").Expect();

        Assert.AreEqual(after, Read(repository));
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow(null)]
    public void Where_versions_come_from_tags_no_version_changes_that_by_the_way(string? file)
    {
        using var repository = new TempRepository();
        _ = file is null ? repository : repository.Write("version.json", file);
        repository.Commit("feat: begin");
        repository.Git("tag", "v1.2.3");

        StringAssert.Contains(Set(repository, "1.5", "--apply").Expect(2).Error, "version.json(1,1): error RT2035: Versions come from tags such as 'v1.2.3' here");

        repository.Write("version.json", """{ "releaseTools": { "versionFrom": "tags" } }""");
        Set(repository, "1.5", "--apply").Expect();
        StringAssert.Contains(Read(repository), "\"version\": \"1.5\"");
    }

    [TestMethod]
    [DataRow("1.4\n", "1.5", "1.5\n")]
    [DataRow("1.4\r\nbeta\r\nmore", "1.5-rc", "1.5\r\nrc\r\nmore")]
    [DataRow(" 1.4 \n-beta\n", "1.5", " 1.5 \n\n")]
    [DataRow("1.4", "1.5-rc+a-b", "1.5-rc+a-b")]
    [DataRow("1.4\nbeta", "1.5-rc+a-b", "1.5\nrc+a-b")]
    public void The_older_form_of_the_file_is_written_as_well(string before, string version, string after)
    {
        using var repository = new TempRepository();
        repository.Write("version.txt", before);

        Set(repository, version, "--apply").Expect();

        Assert.AreEqual(after, Read(repository, "version.txt"));
        Assert.AreEqual($"Nothing to do: version.txt says {version}.\n", Set(repository, version).Expect().Output);
    }

    [TestMethod]
    public void Where_there_is_no_version_file_one_is_made()
    {
        using var repository = new TempRepository();
        Directory.CreateDirectory(Path.Combine(repository.Path, "src", "Api"));

        Assert.AreEqual("version.json(1,1): no version was given, is '1.0-beta'\n", ReleaseCommand.Run(Path.Combine(repository.Path, "src"), "version", "set", "1.0-beta", "--apply").Expect().Output);

        repository.Commit("feat: begin");

        Assert.AreEqual("1.0.1-beta\n", ReleaseCommand.Run(repository.Path, "version", "--get", "SemVer2", "--public-release", "true").Expect().Output);
        StringAssert.Contains(Read(repository), "\"$schema\": \"https://");
    }

    [TestMethod]
    public void A_folder_may_get_a_version_file_of_its_own_where_there_is_none()
    {
        using var repository = new TempRepository();
        Directory.CreateDirectory(Path.Combine(repository.Path, "src", "Api"));

        StringAssert.StartsWith(Set(repository, "2.0", "--project", "src/Api", "--apply").Expect().Output, "src/Api/version.json(1,1): ");
        Assert.IsTrue(File.Exists(Path.Combine(repository.Path, "src", "Api", "version.json")));
    }

    [TestMethod]
    public void An_inherited_version_is_set_where_it_comes_from()
    {
        using var repository = Repository("""{ "version": "1.4" }""");
        repository.Write("src/version.json", """{ "inherit": true, "pathFilters": ["."] }""");
        repository.Write("other/version.json", """{ "version": "7.0", "inherit": true }""");
        repository.Write("beta/version.json", """{ "prerelease": "beta", "inherit": true }""");

        StringAssert.StartsWith(Set(repository, "1.5", "--project", "src").Expect().Output, "version.json(1,14): ");
        StringAssert.StartsWith(Set(repository, "7.5", "--project", "other").Expect().Output, "other/version.json(1,14): ");
        StringAssert.Contains(Set(repository, "1.5", "--project", "beta").Expect(2).Error, "error RT2033: With '1.5' in 'version.json' the version here would be '1.5-beta'");
    }

    [TestMethod]
    [DataRow("1.3", false)]
    [DataRow("1.4-beta", false)]
    [DataRow("1.4.0-rc", false)]
    [DataRow("1.4.1-rc", true)]
    [DataRow("1.4.0.1", true)]
    public void A_lower_version_is_refused_unless_it_is_meant(string version, bool isFine)
    {
        using var repository = Repository("""{ "version": "1.4" }""");

        var run = Set(repository, version);

        if (!isFine)
        {
            StringAssert.StartsWith(run.Expect(1).Error, $"version.json(1,14): error RT2032: The version is '1.4' here, and '{version}' is lower.");
        }

        Set(repository, version, "--allow-lower").Expect();
    }

    [TestMethod]
    [DataRow("1.4", "feat: a", "1.5")]
    [DataRow("1.4-beta", "feat: a", "1.5-beta")]
    [DataRow("1.4.0-rc.{height}", "feat!: a", "2.0.0-rc.{height}")]
    [DataRow("1.4.0.7", "fix: a", "1.4.1.0")]
    [DataRow("1.4", "fix: a", "")]
    [DataRow("1.4", "docs: a", "")]
    [DataRow("2.0-beta", "feat: a", "")]
    public void The_next_version_keeps_the_form_of_the_file(string before, string message, string after)
    {
        using var repository = Repository($$"""{ "version": "{{before}}" }""");
        repository.Commit("feat: begin");
        repository.Git("tag", "v1.4.0");
        repository.Commit(message);

        var run = Set(repository, "--next", "--apply").Expect();

        Assert.AreEqual(after.Length == 0 ? $"Nothing to do: version.json says {before}.\n" : $"version.json(1,14): version was '{before}', is '{after}'\n", run.Output);
    }

    [TestMethod]
    public void The_JSON_answer_says_what_is_and_what_would_be()
    {
        using var repository = Repository("""{ "version": "1.4" }""");

        var answer = JsonDocument.Parse(Set(repository, "1.5", "--json").Expect().Output).RootElement;

        Assert.AreEqual("version.json 1.4 1.5 True False", $"{answer.GetProperty("file")} {answer.GetProperty("found")} {answer.GetProperty("wanted")} {answer.GetProperty("differs")} {answer.GetProperty("applied")}");
    }

    [TestMethod]
    [DataRow("RT2030")]
    [DataRow("RT2030", "1.5", "--next")]
    [DataRow("RT2031", "1")]
    [DataRow("RT2031", "01.5")]
    [DataRow("RT2014", "1.99999")]
    public void What_cannot_be_set_is_refused(string code, params string[] arguments)
    {
        using var repository = Repository("""{ "version": "1.4" }""");

        StringAssert.Contains(Set(repository, arguments).Expect(2).Error, $"error {code}: ");
    }

    [TestMethod]
    public void A_bare_repository_has_no_file_to_write()
    {
        using var repository = new TempRepository("--bare");

        StringAssert.Contains(Set(repository, "1.5").Expect(2).Error, "error RT2034: ");
    }

    private static TempRepository Repository(string file)
    {
        var repository = new TempRepository();
        File.WriteAllText(Path.Combine(repository.Path, "version.json"), file.TrimStart('\uFEFF'), new UTF8Encoding(encoderShouldEmitUTF8Identifier: file.StartsWith('\uFEFF')));
        return repository;
    }

    private static ProgramRun Set(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, ["version", "set", .. arguments]);

    /// <summary>With its byte order mark.</summary>
    private static string Read(TempRepository repository, string path = "version.json") => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(repository.Path, path)));
}
