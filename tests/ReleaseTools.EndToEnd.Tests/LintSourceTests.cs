using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Where <c>lint</c> takes messages from: hooks, ranges, pull requests, merge queues.</summary>
[TestClass]
public sealed class LintSourceTests
{
    [TestMethod]
    public void The_last_commit_and_those_since_the_last_release_can_be_named()
    {
        using var repository = new TempRepository();
        repository.Commit("before the release");
        repository.Git("tag", "v1.0.0");
        var wrong = repository.Commit("added stuff");
        repository.Commit("feat: add search");

        ReleaseCommand.Run(repository.Path, "lint", "--last").Expect();
        var run = ReleaseCommand.Run(repository.Path, "lint", "--from-last-tag").Expect(1);

        Assert.AreEqual(1, run.Error.Split("error RT4001").Length - 1, run.Error);
        StringAssert.StartsWith(run.Error, $"{wrong[..7]}(1,1): error RT4001: ");
    }

    [TestMethod]
    public void The_message_of_a_squashed_pull_request_is_what_GitHub_will_write()
    {
        using var folder = new TempFolder();
        var title = "feat: " + new string('x', 90);

        ReleaseCommand.Run(folder.Path, "lint", "--pr-title", title).Expect();
        StringAssert.StartsWith(
            ReleaseCommand.Run(folder.Path, "lint", "--pr-title", title, "--pr-number", "1234").Expect(1).Error,
            "pull-request(1,101): error RT4007: The first line has 104 characters, 4 too many");
        StringAssert.Contains(
            ReleaseCommand.Run(folder.Path, "lint", "--pr-title", "feat: add search", "--pr-body", $"\r\nWhat it does.\r\n{new string('y', 101)}\r\n").Expect(1).Error,
            "pull-request(4,101): error RT4010: ");
    }

    [TestMethod]
    public void In_CI_the_number_of_the_pull_request_is_known()
    {
        using var folder = new TempFolder();
        Dictionary<string, string> variables = new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_REF"] = "refs/pull/1234/merge", ["GITHUB_SHA"] = new string('1', 40), ["GITHUB_EVENT_NAME"] = "pull_request" };

        StringAssert.Contains(ReleaseCommand.RunInCi(folder.Path, variables, "lint", "--pr-title", "feat: " + new string('x', 90)).Expect(1).Error, "has 104 characters");
    }

    [TestMethod]
    public void Co_authors_are_part_of_the_message()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("checkout", "--quiet", "-b", "topic");
        repository.Commit("feat: one");
        repository.Git("commit", "--quiet", "--allow-empty", "--no-verify", "--author", $"{new string('B', 90)} <bob@example.test>", "--message", "feat: two");

        var error = ReleaseCommand.Run(repository.Path, "lint", "--pr-title", "feat: add search", "--from", "main", "--to", "topic").Expect(1).Error;

        StringAssert.Contains(error, "pull-request(3,101): error RT4012: This line of the footer has 125 characters");
    }

    [TestMethod]
    public void On_a_branch_of_the_merge_queue_the_queued_commits_are_checked()
    {
        using var repository = new TempRepository();
        var start = repository.Commit("before the queue");
        var wrong = repository.Commit("added stuff (#104)");
        var branch = $"gh-readonly-queue/main/pr-104-{start}";
        repository.Git("branch", branch);
        Dictionary<string, string> variables = new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_REF"] = $"refs/heads/{branch}", ["GITHUB_SHA"] = wrong, ["GITHUB_EVENT_NAME"] = "merge_group" };

        foreach (var run in new[] { ReleaseCommand.Run(repository.Path, "lint", "--to", branch), ReleaseCommand.RunInCi(repository.Path, variables, "lint", "--to", "HEAD") })
        {
            StringAssert.StartsWith(run.Expect(1).Error, $"{wrong[..7]}(1,1): error RT4001: ");
            Assert.IsFalse(run.Error.Contains(start[..7], StringComparison.Ordinal), run.All);
        }
    }

    [TestMethod]
    public void A_branch_of_the_merge_queue_that_is_checked_out_needs_no_CI()
    {
        using var repository = new TempRepository();
        var start = repository.Commit("before the queue");
        repository.Git("checkout", "--quiet", "-b", $"gh-readonly-queue/main/pr-12-{start}");
        var wrong = repository.Commit("added stuff (#12)");

        var run = ReleaseCommand.Run(repository.Path, "lint", "--to", "HEAD").Expect(1);

        StringAssert.StartsWith(run.Error, $"{wrong[..7]}(1,1): error RT4001: ");
        Assert.IsFalse(run.Error.Contains(start[..7], StringComparison.Ordinal), run.All);
    }

    [TestMethod]
    [DataRow("dependabot[bot]", 0)]
    [DataRow("renovate[bot]", 0)]
    [DataRow("Renovate Bot", 0)]
    [DataRow("Ada", 1)]
    public void A_bots_body_follows_no_rule_and_its_first_line_does(string author, int exit)
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        var body = "Bumps [x](x) from 1 to 2.\n" + new string('x', 150) + "\nSigned-off-by: " + new string('y', 150);
        repository.Git("commit", "--quiet", "--allow-empty", "--no-verify", "--author", $"{author} <bot@example.test>", "--message", $"build(deps): bump x from 1 to 2\n\n{body}");

        ReleaseCommand.Run(repository.Path, "lint", "--last").Expect(exit);
        ReleaseCommand.Run(repository.Path, "lint", "--from", "HEAD~1").Expect(exit);
        ReleaseCommand.Run(repository.Path, "lint", "--author", author, "--message", $"build(deps): bump x from 1 to 2\n\n{body}").Expect(exit);
        ReleaseCommand.Run(repository.Path, "lint", "--author", author, "--message", "Bump x from 1 to 2").Expect(1);
    }

    [TestMethod]
    public void What_a_range_does_to_the_version_and_the_changelog_can_be_said()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("tag", "v1.3.7");
        var start = repository.Commit("fix: earlier");
        repository.Commit("feat(api): add search (#12)");
        repository.Commit("feat: add filters");
        var last = repository.Commit("Merge branch 'x'");

        var run = ReleaseCommand.Run(repository.Path, "lint", "--from", start, "--effect").Expect();

        Assert.AreEqual(
            $"→ 1.4.0, minor, because of 2 features\n  (not in the changelog) Merge branch 'x'\n  - add filters ({repository.Git("rev-parse", "HEAD~1")[..7]})\n  - **api:** add search (#12) ({repository.Git("rev-parse", "HEAD~2")[..7]})\n",
            run.Output);
        StringAssert.StartsWith(ReleaseCommand.Run(repository.Path, "lint", "--from", last + "~1", "--effect").Expect().Output, "→ 1.4.0, as without these commits\n");

        var json = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "lint", "--from", start, "--effect", "--json").Expect().Output).RootElement.GetProperty("effect");
        Assert.AreEqual("1.4.0", json.GetProperty("next").GetString());
        Assert.AreEqual("2 features", json.GetProperty("because").GetString());
    }

    [TestMethod]
    public void What_a_pull_request_will_do_is_said_before_it_is_merged()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("tag", "v1.3.7");
        repository.Git("checkout", "--quiet", "-b", "topic");
        repository.Commit("wip");

        var run = ReleaseCommand.Run(repository.Path, "lint", "--pr-title", "feat(api)!: drop search", "--pr-number", "12", "--from", "main", "--effect").Expect();

        Assert.AreEqual("→ 2.0.0, major, because of 1 breaking change\n  - **api:** drop search (#12)\n", run.Output);
    }

    [TestMethod]
    [DataRow("RT4021", "lint", "--last", "--from", "HEAD")]
    [DataRow("RT4021", "lint", "--from-last-tag", "--from", "HEAD")]
    [DataRow("RT4021", "lint", "--pr-title", "feat: x", "--message", "feat: x")]
    [DataRow("RT4206", "lint", "--message", "feat: x", "--pr-number", "3")]
    [DataRow("RT4206", "lint", "--pr-body", "x")]
    [DataRow("RT4245", "lint", "--pr-title", "feat: x", "--pr-number", "abc")]
    [DataRow("RT4245", "lint", "--pr-title", "feat: x", "--pr-number=-1")]
    [DataRow("RT4245", "lint", "--pr-title", "feat: x", "--pr-number", "0")]
    [DataRow("RT4245", "lint", "--pr-title", "feat: x", "--pr-number", "99999999999")]
    public void Sources_that_contradict_each_other_have_a_code(string code, params string[] arguments)
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, arguments).Expect(2).Error, $"error {code}: ");
    }
}
