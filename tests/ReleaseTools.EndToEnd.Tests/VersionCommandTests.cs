using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionCommandTests
{
    [TestMethod]
    public void The_version_is_shown_in_the_forms_people_ask_for_first()
    {
        using var repository = Repository("""{ "version": "1.2", "publicReleaseRefSpec": ["^refs/heads/main$"] }""");

        var lines = Release(repository, "version").Expect().Output.Split('\n');

        StringAssert.Matches(lines[0], new("^SemVer2: +1.2.1$"));
        StringAssert.Matches(lines[^2], new("^ImageTags: +1.2.1 1.2 1 latest$"));
    }

    [TestMethod]
    public void One_form_is_printed_alone_for_scripts()
    {
        using var repository = Repository("""{ "version": "1.2-beta" }""");

        Assert.AreEqual($"1.2.1-beta.g{repository.Head[..10]}\n", Release(repository, "version", "--get", "semver2").Expect().Output);
        Assert.AreEqual("1.2.1-beta\n", Release(repository, "version", "--get", "SemVer2", "--public-release", "true").Expect().Output);
        Assert.AreEqual("1\n", Release(repository, "version", "--get", "VersionHeight", "--json").Expect().Output);
    }

    [TestMethod]
    public void A_form_nobody_has_is_guessed()
    {
        using var repository = Repository("""{ "version": "1.2" }""");

        var run = Release(repository, "version", "--get", "SemVer3");

        Assert.AreEqual((2, ""), (run.ExitCode, run.Output));
        Assert.AreEqual("dotnet-release : error RT0002: A version has no form named 'SemVer3'. Did you mean 'SemVer1'?\n", run.Error);
    }

    [TestMethod]
    public void An_older_commit_has_the_version_it_had()
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        repository.Git("tag", "first");
        repository.Commit("feat: more");
        repository.Write("version.json", "not committed, and not even JSON");

        Assert.AreEqual("1.2.1\n", Release(repository, "version", "first", "--get", "SimpleVersion").Expect().Output);
    }

    [TestMethod]
    public void A_project_has_the_version_of_the_nearest_file()
    {
        using var repository = Repository("""{ "version": "1.2", "versionHeightOffset": 10 }""");
        repository.Write("src/Api/version.json", """{ "version": "7.0" }""");
        repository.Write("src/Worker/version.json", """{ "inherit": true, "version": "8.0" }""");
        repository.Commit("feat: projects of their own");

        Assert.AreEqual("7.0.1\n", Release(repository, "version", "--project", "src/Api", "--get", "SimpleVersion").Expect().Output);
        Assert.AreEqual("8.0.11\n", Release(repository, "version", "--project", "src/Worker", "--get", "SimpleVersion").Expect().Output);
        Assert.AreEqual("1.2.12\n", Release(repository, "version", "--project", "src", "--get", "SimpleVersion").Expect().Output);
    }

    [TestMethod]
    public void A_commit_may_be_named_as_git_names_it()
    {
        using var repository = Repository("""{ "version": "1.2" }""");

        Assert.AreEqual("1.2.1\n", Release(repository, "version", "@", "--get", "SimpleVersion").Expect().Output);
        Assert.AreEqual("1.2.1\n", Release(repository, "version", "@{0}", "--get", "SimpleVersion").Expect().Output);
    }

    [TestMethod]
    public void Json_names_every_form()
    {
        using var repository = Repository("""{ "version": "1.2" }""");

        var answer = JsonDocument.Parse(Release(repository, "version", "--json").Expect().Output).RootElement;

        Assert.AreEqual(1, answer.GetProperty("VersionHeight").GetInt32());
        Assert.AreEqual(repository.Head, answer.GetProperty("GitCommitId").GetString());
        Assert.AreEqual(JsonValueKind.Array, answer.GetProperty("ImageTags").ValueKind);
    }

    [TestMethod]
    public void The_tags_of_an_image_are_those_of_version_json()
    {
        using var repository = Repository("""{ "version": "1.2", "releaseTools": { "imageTags": ["v{version}", { "tag": "edge", "when": "default-branch" }, "{branch}", "pr-{pull-request}"] } }""");
        var version = $"v1.2.1-g{repository.Head[..10]}";
        var gitLab = new Dictionary<string, string> { ["GITLAB_CI"] = "true", ["CI_COMMIT_SHA"] = repository.Head, ["CI_DEFAULT_BRANCH"] = "trunk" };

        string Tags(params (string Name, string Value)[] variables) =>
            ReleaseCommand.RunInCi(repository.Path, gitLab.Concat(variables.Select(one => KeyValuePair.Create(one.Name, one.Value))).ToDictionary(), "version", "--get", "ImageTags").Expect().Output.TrimEnd('\n');

        Assert.AreEqual($"{version} main", Tags(("CI_COMMIT_BRANCH", "main")));
        Assert.AreEqual($"{version} edge trunk", Tags(("CI_COMMIT_BRANCH", "trunk")));
        Assert.AreEqual($"{version} pr-7", Tags(("CI_MERGE_REQUEST_IID", "7"), ("CI_MERGE_REQUEST_REF_PATH", "refs/merge-requests/7/head")));
        Assert.AreEqual(version, Tags(("CI_COMMIT_BRANCH", "latest")));
    }

    [TestMethod]
    public void A_wrong_image_tag_is_named_with_its_place()
    {
        using var repository = Repository("{\n  \"version\": \"1.2\",\n  \"releaseTools\": { \"imageTags\": [\"{vers}\", { \"tag\": \"a\", \"when\": \"b\" }] }\n}");

        var run = Release(repository, "version");

        Assert.AreEqual(2, run.ExitCode);
        StringAssert.Contains(run.Error, "version.json(3,35): error RT7001: ");
        StringAssert.Contains(run.Error, "version.json(3,67): error RT7003: ");
    }

    [TestMethod]
    public void A_malformed_version_file_is_named_with_its_place()
    {
        using var repository = Repository("{\n  \"version\": \"1.2\"\n  \"x\": 1\n}");

        var run = Release(repository, "version");

        Assert.AreEqual(2, run.ExitCode);
        StringAssert.StartsWith(run.Error, "version.json(3,3): error RT2001: ");
    }

    [TestMethod]
    public void Diagnostics_can_be_read_as_json()
    {
        using var repository = Repository("{\n  \"version\": true\n}");

        var run = Release(repository, "version", "--json");

        Assert.AreEqual((2, ""), (run.ExitCode, run.Error));
        var diagnostic = JsonDocument.Parse(run.Output).RootElement.GetProperty("diagnostics")[0];
        Assert.AreEqual("RT2002 version.json 2 14", $"{diagnostic.GetProperty("code")} {diagnostic.GetProperty("file")} {diagnostic.GetProperty("line")} {diagnostic.GetProperty("column")}");
    }

    [TestMethod]
    public void Without_a_repository_there_is_no_version()
    {
        using var folder = new TempFolder();

        var run = ReleaseCommand.Run(folder.Path, "version");

        Assert.AreEqual(3, run.ExitCode);
        StringAssert.Contains(run.Error, "error RT1002: ");
    }

    [TestMethod]
    public void Without_a_commit_there_is_no_version()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.2" }""");

        var run = Release(repository, "version");

        Assert.AreEqual(3, run.ExitCode);
        StringAssert.Contains(run.Error, "error RT1010: ");
    }

    [TestMethod]
    public void Without_git_the_program_to_install_is_named()
    {
        using var repository = Repository("""{ "version": "1.2" }""");

        var run = BuiltTool.Run(repository.Path, new Dictionary<string, string?>(repository.Environment()) { ["PATH"] = repository.Path }, "version");

        Assert.AreEqual(3, run.ExitCode, run.All);
        Assert.AreEqual("dotnet-release : error RT1001: The program 'git' is not on the PATH. Install git 2.31 or later, or put its folder on the PATH.\n", run.Error);
    }

    [TestMethod]
    public void A_clone_that_is_too_shallow_is_refused_and_one_that_is_deep_enough_is_not()
    {
        using var folder = new TempFolder();
        using var origin = new TempRepository(folder, "origin");
        origin.Write("version.json", """{ "version": "1.2" }""").Commit("feat: one");
        origin.Commit("feat: two");
        origin.Write("version.json", """{ "version": "1.3" }""").Commit("feat: three");
        origin.Commit("feat: four");

        ProgramRun Clone(int depth)
        {
            origin.Git("clone", "--quiet", "--depth", $"{depth}", new Uri(origin.Path).AbsoluteUri, folder.At($"depth{depth}"));
            return ReleaseCommand.Run(folder.At($"depth{depth}"), "version", "--get", "SimpleVersion");
        }

        StringAssert.Contains(Clone(2).Error, "error RT1006: ");
        Assert.AreEqual("1.3.2\n", Clone(3).Expect().Output);
    }

    [TestMethod]
    public void Without_a_version_file_the_tags_give_the_version()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: one");
        repository.Git("tag", "v1.2.0");
        repository.Commit("feat: two");
        repository.Git("tag", "v1.1.0");

        var run = Release(repository, "version", "--json").Expect();

        var version = JsonDocument.Parse(run.Output).RootElement;
        Assert.AreEqual(
            ("tags", "v1.1.0", "1.1.0", "1.1.0 1.1 1 latest"),
            (version.GetProperty("VersionScheme").GetString(), version.GetProperty("ReleaseTag").GetString(), version.GetProperty("SemVer2").GetString(), string.Join(' ', version.GetProperty("ImageTags").EnumerateArray())));
        StringAssert.StartsWith(run.Error, "dotnet-release : warning RT1023: The version follows the release 'v1.1.0', and the higher 'v1.2.0' is hidden behind it");
        Assert.AreEqual("1.2.0\n", Release(repository, "version", "v1.2.0", "--get", "SemVer2").Expect().Output);
    }

    [TestMethod]
    [DataRow("no-such-branch")]
    [DataRow("--output=owned")]
    [DataRow("HEAD\n")]
    [DataRow("^HEAD")]
    public void A_commit_that_does_not_exist_is_refused(string commit)
    {
        using var repository = Repository("""{ "version": "1.2" }""");

        var run = Release(repository, "version", "--", commit);

        Assert.AreEqual(2, run.ExitCode, run.All);
        StringAssert.Contains(run.Error, "error RT1005: ");
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, "owned")));
    }

    [TestMethod]
    public void A_page_can_be_read_as_json() => Assert.AreEqual(
        "not a git repository",
        JsonDocument.Parse(ReleaseCommand.Run(Environment.CurrentDirectory, "explain", "rt1002", "--json").Expect().Output).RootElement.GetProperty("title").GetString());

    [TestMethod]
    [DataRow("stamp", "--check=maybe")]
    [DataRow("version", "--public-release=maybe")]
    [DataRow("version", "--public-release")]
    public void A_value_an_option_does_not_take_is_refused(params string[] arguments)
    {
        var run = ReleaseCommand.Run(Environment.CurrentDirectory, arguments);

        Assert.AreEqual((2, ""), (run.ExitCode, run.Output));
        StringAssert.Contains(run.Error, "error RT0001: ");
    }

    [TestMethod]
    [DataRow("version")]
    [DataRow("lint", "--message", "feat: x")]
    [DataRow("stamp")]
    public void A_repository_folder_that_is_not_there_is_named(params string[] arguments)
    {
        var run = ReleaseCommand.Run(Environment.CurrentDirectory, [.. arguments, "--repo", "no-such-folder"]);

        Assert.AreEqual((2, ""), (run.ExitCode, run.Output), run.All);
        StringAssert.Contains(run.Error, "error RT1009: ");
    }

    [TestMethod]
    [DataRow("version", "--json")]
    [DataRow("nonsense")]
    [OSCondition(OperatingSystems.Linux)] // Only it has /dev/full.
    public void An_output_that_cannot_be_written_ends_with_3_and_nothing_else(params string[] arguments)
    {
        using var folder = new TempFolder();
        var run = ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "sh", "-c", "exec \"$0\" \"$@\" >/dev/full 2>/dev/full", BuiltTool.Path, arguments[0], arguments.ElementAtOrDefault(1) ?? "--json");

        Assert.AreEqual(3, run.ExitCode, run.All);
    }

    [TestMethod]
    public void Help_ends_with_examples() =>
        StringAssert.Contains(ReleaseCommand.Run(Environment.CurrentDirectory, "version", "--help").Expect().Output, "dotnet release version v1.4.0 --json");

    [TestMethod]
    public void A_wrong_command_line_exits_with_2()
    {
        var run = ReleaseCommand.Run(Environment.CurrentDirectory, "version", "--proyect", "src");

        Assert.AreEqual(2, run.ExitCode);
        Assert.AreEqual("dotnet-release : error RT0004: '--proyect' is no command, argument or option of 'dotnet release version'. Did you mean '--project'?\n", run.Error);
    }

    private static TempRepository Repository(string versionFile)
    {
        var repository = new TempRepository();
        repository.Write("version.json", versionFile).Commit("feat: begin");
        return repository;
    }

    private static ProgramRun Release(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, arguments);
}
