using System.Text;
using System.Text.RegularExpressions;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A clone that is cut off is told how to mend it, and what it is told works.</summary>
[TestClass]
public sealed class ShallowCloneTests
{
    private const int Commits = 250;

    [TestMethod]
    [DataRow("--unshallow", 1)]
    [DataRow("--deepen", 3)]
    public void Running_the_command_of_the_message_mends_the_clone(string command, int rounds)
    {
        using var folder = new TempFolder();
        using var origin = LongOrigin(folder);
        var clone = folder.At("clone");
        origin.Git("clone", "--quiet", "--depth=1", new Uri(origin.Path).AbsoluteUri, clone);

        for (var round = 0; round < rounds; round++)
        {
            var advised = Advised(Version(clone)).Single(words => words.StartsWith($"git fetch {command}", StringComparison.Ordinal));
            origin.Git("-C", clone, "fetch", "--quiet", advised.Split(' ')[^1]);
        }

        Assert.AreEqual($"1.2.{Commits}\n", Version(clone).Expect().Output);
    }

    [TestMethod]
    public void A_commit_on_no_branch_of_the_remote_is_mended_by_the_first_command()
    {
        using var folder = new TempFolder();
        using var origin = LongOrigin(folder);
        origin.Git("update-ref", "refs/pull/7/merge", "main");
        origin.Git("update-ref", "refs/heads/main", "main~1");
        using var clone = new TempRepository(folder, "clone");
        clone.Git("remote", "add", "origin", new Uri(origin.Path).AbsoluteUri);
        clone.Git("fetch", "--quiet", "--depth=1", "origin", "+refs/pull/7/merge:refs/remotes/pull/7/merge");
        clone.Git("checkout", "--quiet", "--detach", "refs/remotes/pull/7/merge");

        clone.Git(["fetch", "--quiet", Advised(Version(clone.Path))[0].Split(' ')[^1]]);

        Assert.AreEqual($"1.2.{Commits}\n", Version(clone.Path).Expect().Output);
    }

    [TestMethod]
    [DataRow("GITHUB_ACTIONS", "; for the next run check out with 'fetch-depth: 0'.")]
    [DataRow("GITLAB_CI", "; for the next run set the variable 'GIT_DEPTH' to 0.")]
    [DataRow("NOTHING", "; in GitHub Actions check out with 'fetch-depth: 0'.")]
    public void Each_CI_host_is_spoken_to_in_its_own_words(string variable, string end)
    {
        using var folder = new TempFolder();
        using var origin = LongOrigin(folder);
        origin.Git("clone", "--quiet", "--depth=2", new Uri(origin.Path).AbsoluteUri, folder.At("clone"));

        var run = ReleaseCommand.RunInCi(folder.At("clone"), new Dictionary<string, string> { [variable] = "true" }, "version");

        StringAssert.Contains(run.Error, $"error RT1006: The version height cannot be counted: this clone holds 2 commits and is cut off at {origin.Git("rev-parse", "--short=7", "main~1")}, ");
        StringAssert.EndsWith(run.Error.TrimEnd('\n'), end);
    }

    private static ProgramRun Version(string folder) => ReleaseCommand.Run(folder, "version", "--get", "SimpleVersion");

    /// <summary>The commands for git that stand in quotes in RT1006.</summary>
    private static string[] Advised(ProgramRun run)
    {
        StringAssert.Contains(run.Error, "error RT1006: ", run.All);
        return [.. Regex.Matches(run.Error, "'(git [^']*)'").Select(match => match.Groups[1].Value)];
    }

    private static TempRepository LongOrigin(TempFolder folder)
    {
        var origin = new TempRepository(folder, "origin");
        var text = new StringBuilder();

        for (var i = 0; i < Commits; i++)
        {
            text.Append($"commit refs/heads/main\ncommitter Ada <ada@example.test> {1_700_000_000 + i} +0000\ndata 3\nfix\n");
            text.Append(i == 0 ? "M 100644 inline version.json\ndata 20\n{ \"version\": \"1.2\" }\n\n" : "\n");
        }

        new GitProcess(origin.Path).Ask(text.ToString(), ["fast-import", "--quiet"]);
        return origin;
    }
}
