using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class CiCommandTests
{
    [TestMethod]
    public void The_steps_that_follow_have_the_version()
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        using var files = new TempFolder();

        var run = Run(repository, GitHub(repository, files), "ci", "--public-release", "true").Expect();

        Assert.AreEqual(("", $"GitHub Actions: written to {files.At("env")}\nGitHub Actions: written to {files.At("output")}\n"), (run.Output, run.Error));
        CollectionAssert.AreEqual(
            new[] { "RELEASE_VERSION=1.2.1", "RELEASE_PACKAGE_VERSION=1.2.1", "RELEASE_PUBLIC=true", $"RELEASE_COMMIT={repository.Head}", $"GitAssemblyInformationalVersion=1.2.1+{repository.Head[..10]}", $"GitBuildVersion={Version(repository, "Version")}", "GitBuildVersionSimple=1.2.1" },
            Values(files.At("env")));
        CollectionAssert.AreEqual(Values(files.At("env")), Values(files.At("output")));
    }

    [TestMethod]
    [DataRow("""{ "version": "1.2", "cloudBuild": { "setVersionVariables": false } }""", 4, null)]
    [DataRow("""{ "version": "1.2", "cloudBuild": { "setAllVariables": true, "buildNumber": { "enabled": true } } }""", 36, "1.2.1")]
    [DataRow("{}", 4, null, DisplayName = "where versions come from tags nobody need have heard of nbgv")]
    public void What_version_json_asks_for_is_set(string versionFile, int count, string? number)
    {
        using var repository = Repository(versionFile);
        using var files = new TempFolder();

        var answer = Json(Run(repository, GitHub(repository, files), "ci", "--json", "--public-release", "true"));

        Assert.AreEqual((count, number), (answer.GetProperty("variables").EnumerateObject().Count(), answer.GetProperty("buildNumber").GetString()));
        Assert.HasCount(count, Values(files.At("env")));
    }

    [TestMethod]
    public void Azure_gets_commands_and_the_build_its_number()
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        var azure = new Dictionary<string, string> { ["SYSTEM_TEAMPROJECTID"] = "1" };

        var lines = Run(repository, azure, "ci", "--build-number", "--public-release", "true").Expect().Output.Split('\n');

        CollectionAssert.Contains(lines, "##vso[task.setvariable variable=RELEASE_VERSION;]1.2.1");
        CollectionAssert.Contains(lines, "##vso[task.setvariable variable=RELEASE_VERSION;isOutput=true;]1.2.1");
        CollectionAssert.Contains(lines, "##vso[build.updatebuildnumber]1.2.1");
        Assert.AreEqual("azure-pipelines", Json(Run(repository, azure, "ci", "--json")).GetProperty("host").GetString(), "commands never stand in the answer");
    }

    [TestMethod]
    public void What_is_only_shown_is_written_nowhere_and_obeyed_by_nobody()
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        using var files = new TempFolder();

        var gitHub = Run(repository, GitHub(repository, files), "ci", "--print").Expect().Output;
        var azure = ReleaseCommand.Run(repository.Path, "ci", "--host", "azure-pipelines", "--print").Expect().Output;

        StringAssert.StartsWith(gitHub, $"{files.At("env")}:\n  RELEASE_VERSION<<");
        Assert.IsFalse(File.Exists(files.At("env")));
        StringAssert.Contains(azure, "RELEASE_VERSION");
        StringAssert.StartsWith(ReleaseCommand.Run(repository.Path, "ci", "--host", "github-actions", "--print").Expect().Output, "$GITHUB_ENV:\n  RELEASE_VERSION<<");
        Assert.IsFalse(azure.Contains("##vso[", StringComparison.Ordinal), azure);
    }

    [TestMethod]
    public void Outside_of_CI_nothing_is_set_and_nothing_is_wrong()
    {
        using var repository = Repository("""{ "version": "1.2" }""");

        var run = ReleaseCommand.Run(repository.Path, "ci").Expect();

        StringAssert.StartsWith(run.Error, "dotnet-release : warning RT0110: No CI host runs this");
        Assert.AreEqual("", run.Output);
        Assert.IsFalse(Json(ReleaseCommand.Run(repository.Path, "ci", "--json")).GetProperty("written").GetBoolean());
    }

    [TestMethod]
    public void Only_what_is_written_is_said_to_be()
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        using var files = new TempFolder();
        bool IsWritten(Dictionary<string, string> variables, params string[] arguments) => Json(Run(repository, variables, ["ci", "--json", .. arguments])).GetProperty("written").GetBoolean();

        Assert.IsTrue(IsWritten(GitHub(repository, files)));
        Assert.IsFalse(IsWritten(GitHub(repository, files), "--print"));
        Assert.IsFalse(IsWritten([], "--host", "github-actions"), "there is no file to write to");
        Assert.IsFalse(IsWritten([], "--host", "appveyor"), "its program is not there");
    }

    [TestMethod]
    public void A_file_that_cannot_be_written_ends_the_command()
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        using var files = new TempFolder();
        files.Write("file", "");

        var run = Run(repository, new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_ENV"] = Path.Combine(files.Path, "file", "env") }, "ci");

        Assert.AreEqual(3, run.ExitCode, run.All);
        StringAssert.Contains(run.Error, "RT0101");
    }

    [TestMethod]
    public void A_host_nobody_knows_is_guessed()
    {
        using var repository = Repository("""{ "version": "1.2" }""");

        var run = ReleaseCommand.Run(repository.Path, "ci", "--host", "github-action");

        Assert.AreEqual(2, run.ExitCode);
        StringAssert.Contains(run.Error, "RT0111: 'github-action' is no CI host that is known here. Did you mean 'github-actions'?");
    }

    [TestMethod]
    public void A_jobs_page_shows_the_version()
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        using var files = new TempFolder();

        Run(repository, GitHub(repository, files), "ci", "--summary", "--public-release", "true").Expect();

        StringAssert.StartsWith(File.ReadAllText(files.At("summary")), "### 1.2.1\n\n");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // A branch is a file there too, and files have no such names.
    [DataRow("a;b")]
    [DataRow("$(id)")]
    [DataRow("`id`")]
    [DataRow("%0ARELEASE_EVIL=1")]
    [DataRow("a'b\"c")]
    [DataRow("a|b]c")]
    [DataRow("##vso]x")]
    [DataRow("EOF")]
    [DataRow("x<<EOF")]
    [DataRow("=")]
    [DataRow("über/日本")]
    public void A_branch_is_told_as_it_is_named_and_sets_nothing_else(string branch)
    {
        using var repository = Repository("""{ "version": "1.2" }""");
        using var files = new TempFolder();
        repository.Git("switch", "--quiet", "--create", branch);

        Run(repository, GitHub(repository, files), "ci", "--all").Expect();
        var teamCity = Run(repository, new() { ["TEAMCITY_VERSION"] = "2026" }, "ci", "--all").Expect().Output.TrimEnd('\n').Split('\n');
        var azure = Run(repository, new() { ["SYSTEM_TEAMPROJECTID"] = "1" }, "ci", "--all").Expect().Output.TrimEnd('\n').Split('\n');
        var gitLab = Run(repository, new() { ["GITLAB_CI"] = "true", ["CI_PROJECT_DIR"] = files.Path }, "ci", "--all").Expect();

        CollectionAssert.Contains(Values(files.At("env")), $"NBGV_BuildingRef=refs/heads/{branch}");
        Assert.HasCount(36, Values(files.At("env")));
        Assert.IsTrue(teamCity.All(line => line.StartsWith("##teamcity[setParameter name='", StringComparison.Ordinal) && line.EndsWith("']", StringComparison.Ordinal)));
        Assert.IsTrue(azure.All(line => line.StartsWith("##vso[task.setvariable variable=", StringComparison.Ordinal)));
        Assert.IsTrue(File.ReadAllLines(files.At("release.env")).All(line => line.Split('=')[0] is ['R' or 'G' or 'N', ..]));
        Assert.AreEqual(branch is "EOF" or "=" or "%0ARELEASE_EVIL=1", !gitLab.Error.Contains("RT0112: The variable 'NBGV_BuildingRef'", StringComparison.Ordinal));
    }

    private static TempRepository Repository(string versionFile)
    {
        var repository = new TempRepository();
        repository.Write("version.json", versionFile).Commit("feat: begin");
        return repository;
    }

    private static Dictionary<string, string> GitHub(TempRepository repository, TempFolder files) => new()
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_SHA"] = repository.Head,
        ["GITHUB_ENV"] = files.At("env"),
        ["GITHUB_OUTPUT"] = files.At("output"),
        ["GITHUB_STEP_SUMMARY"] = files.At("summary"),
    };

    private static ProgramRun Run(TempRepository repository, Dictionary<string, string> variables, params string[] arguments) => ReleaseCommand.RunInCi(repository.Path, variables, arguments);

    private static string Version(TempRepository repository, string form) => ReleaseCommand.Run(repository.Path, "version", "--get", form).Expect().Output.TrimEnd('\n');

    private static JsonElement Json(ProgramRun run)
    {
        using var json = JsonDocument.Parse(run.Expect().Output);
        return json.RootElement.Clone();
    }

    /// <summary>All values are of one line here: what stands between the two lines of the delimiter.</summary>
    private static string[] Values(string file) =>
        [.. File.ReadAllText(file).TrimEnd('\n').Split('\n').Chunk(3).Select(entry => entry is [var head, var value, var end] && head.EndsWith($"<<{end}", StringComparison.Ordinal) ? $"{head[..^(end.Length + 2)]}={value}" : throw new FormatException(string.Join('\n', entry)))];
}
