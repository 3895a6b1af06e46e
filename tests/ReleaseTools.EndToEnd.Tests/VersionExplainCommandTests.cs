using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What is said of a version, word by word. <c>UPDATE_GOLDEN=1</c> takes over what is said now.</summary>
[TestClass]
public sealed class VersionExplainCommandTests
{
    private static readonly Dictionary<string, string> Ci = new()
    {
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_REF"] = "refs/heads/main",
        ["GITHUB_SHA"] = "1234567890123456789012345678901234567890",
    };

    public static IEnumerable<object[]> Names => ExplainedHistories.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_reasons_are_told_in_plain_words(string name) => Golden(name, "txt");

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_reasons_are_told_to_programs_in_full(string name) => Golden(name, "json", "--json");

    [TestMethod]
    [DataRow("filters-merge-inherit-tag")]
    [DataRow("tags")]
    public void Every_commit_of_the_path_is_told_on_request(string name) => Golden(name, "diagnostic.txt", "-v", "diagnostic");

    [TestMethod]
    public void The_documentation_shows_what_is_really_said() => StringAssert.Contains(
        File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "configuration.md")),
        $"$ dotnet release version explain --project src/Api\n{File.ReadAllText(GoldenFile("filters-merge-inherit-tag", "txt"))}```\n");

    [TestMethod]
    public void The_users_word_decides()
    {
        using var folder = new TempFolder();
        var place = ExplainedHistories.All["filters-merge-inherit-tag"](folder);

        StringAssert.Contains(ReleaseCommand.Run(place, "version", "explain", "--public-release", "false").Expect().Output, "\npublic    no: you say so\n");
    }

    [TestMethod]
    public void A_pull_request_is_never_public()
    {
        using var folder = new TempFolder();
        var place = ExplainedHistories.All["ci-disagrees"](folder);
        var head = ProgramRun.Run(place, CleanEnvironment.Variables, "git", "rev-parse", "HEAD").Expect().Output.Trim();

        var run = ReleaseCommand.RunInCi(place, new Dictionary<string, string>(Ci) { ["GITHUB_REF"] = "refs/pull/7/merge", ["GITHUB_SHA"] = head }, "version", "explain");

        StringAssert.Contains(run.Expect().Output, "\nref       refs/pull/7/merge, as GitHub Actions says for this commit\npublic    no: GitHub Actions builds a pull request\n");
    }

    [TestMethod]
    public void What_CI_says_of_another_commit_does_not_count()
    {
        using var folder = new TempFolder();
        var place = ExplainedHistories.All["ci-disagrees"](folder);

        var run = ReleaseCommand.RunInCi(place, Ci, "version", "explain", "HEAD~1");

        StringAssert.Contains(run.Expect().Output, "\nref       refs/heads/main, as git says; GitHub Actions speaks of 1234567, which is another commit\n");
    }

    [TestMethod]
    public void An_older_commit_is_explained_without_the_working_copy()
    {
        using var folder = new TempFolder();
        var place = ExplainedHistories.All["uncommitted-edit"](folder);

        var output = ReleaseCommand.Run(place, "version", "explain", "HEAD~1").Expect().Output;

        StringAssert.Contains(output, "\nheight    1: 1 commit on the longest path");
        Assert.DoesNotContain("edited", output);
    }

    [TestMethod]
    public void A_clone_that_is_too_shallow_is_refused_as_ever()
    {
        using var folder = new TempFolder();
        var place = ExplainedHistories.All["shallow"](folder);
        ProgramRun.Run(place, CleanEnvironment.Variables, "git", "fetch", "--quiet", "--depth", "1").Expect();

        var run = ReleaseCommand.Run(place, "version", "explain");

        Assert.AreEqual((3, ""), (run.ExitCode, run.Output), run.All);
        StringAssert.Contains(run.Error, "error RT1006: ");
    }

    [TestMethod]
    public void A_branch_named_explain_has_a_version()
    {
        using var folder = new TempFolder();
        var place = ExplainedHistories.All["ci-disagrees"](folder);
        ProgramRun.Run(place, CleanEnvironment.Variables, "git", "branch", "explain", "HEAD~1").Expect();

        Assert.AreEqual("1.2.1\n", ReleaseCommand.Run(place, "version", "refs/heads/explain", "--get", "SimpleVersion").Expect().Output);
    }

    [TestMethod]
    [DataRow("--project", "src")]
    [DataRow("--public-release", "true")]
    [DataRow("HEAD~1")]
    public void What_stands_before_the_subcommand_is_not_silently_dropped(params string[] words)
    {
        var run = ReleaseCommand.Run(Environment.CurrentDirectory, ["version", .. words, "explain"]);

        Assert.AreEqual((2, ""), (run.ExitCode, run.Output), run.All);
        Assert.AreEqual($"dotnet-release : error RT0001: '{words[0]}' stands before 'explain', which takes no notice of it there. Run 'dotnet release version explain --help' to see what it takes.\n", run.Error);
    }

    private static void Golden(string name, string ending, params string[] options)
    {
        using var folder = new TempFolder();
        var place = ExplainedHistories.All[name](folder);
        var golden = GoldenFile(name, ending);
        var said = (name == "ci-disagrees" ? ReleaseCommand.RunInCi(place, Ci, ["version", "explain", .. options]) : ReleaseCommand.Run(place, ["version", "explain", .. options])).Expect().Output.ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, said);
        }

        Assert.AreEqual(File.ReadAllText(golden), said);
    }

    private static string GoldenFile(string name, string ending) => Path.Combine(SourceTree.Root, "tests", "ReleaseTools.EndToEnd.Tests", "Golden", "explain", $"{name}.{ending}");
}
