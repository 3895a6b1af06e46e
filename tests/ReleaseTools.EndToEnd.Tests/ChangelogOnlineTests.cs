using System.Text;
using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>When <c>changelog</c> asks GitHub, and what becomes of the changelog where GitHub does not answer. What it tells is in the scenarios.</summary>
[TestClass]
public sealed class ChangelogOnlineTests
{
    private const string World = """
        { "owner": "acme", "name": "shop",
          "items": [ { "number": 12, "kind": "PullRequest", "title": "Add search", "author": { "login": "ada" }, "labels": [ "enhancement" ] } ],
          "commits": [] }
        """;

    private static readonly string[] Notes = ["changelog", "--unreleased", "--format", "github"];

    [TestMethod]
    public void Nobody_is_asked_who_is_not_to_be_asked()
    {
        using var github = new FakeGitHub(World);
        using var repository = Repository();

        var offline = ReleaseCommand.Run(repository.Path, Notes).Expect();
        var withToken = ReleaseCommand.RunInCi(repository.Path, github.Variables, Notes).Expect();
        ReleaseCommand.RunInCi(repository.Path, github.Variables, "version", "next").Expect();

        Assert.AreEqual(offline.Output, withToken.Output);
        Assert.AreEqual("", withToken.Error);
        Assert.IsEmpty(github.Questions);
        Assert.IsFalse(Directory.Exists(Path.Combine(repository.Path, ".git", "release-tools", "hosted")));
    }

    [TestMethod]
    public void A_second_run_asks_nobody_and_says_the_same_until_it_is_to_ask_anew()
    {
        using var github = new FakeGitHub(World.Replace("\"commits\": []", "\"commits\": [ { \"oid\": \"\", \"authors\": [ { \"email\": \"ada@example.test\", \"login\": \"ada\", \"id\": \"U_1\" } ] } ]", StringComparison.Ordinal));
        using var repository = Repository();
        github.World["commits"]![0]!["oid"] = repository.Head;

        var first = ReleaseCommand.RunInCi(repository.Path, github.Variables, [.. Notes, "--online"]).Expect();
        var second = ReleaseCommand.RunInCi(repository.Path, github.Variables, [.. Notes, "--online"]).Expect();

        StringAssert.Contains(first.Output, "by @ada");
        Assert.AreEqual(first.Output, second.Output);
        Assert.HasCount(1, github.Questions);
        github.World["commits"]![0]!["authors"]![0]!["login"] = "lovelace";
        StringAssert.Contains(ReleaseCommand.RunInCi(repository.Path, github.Variables, [.. Notes, "--online"]).Expect().Output, "by @ada");
        StringAssert.Contains(ReleaseCommand.RunInCi(repository.Path, github.Variables, [.. Notes, "--online", "--refresh"]).Expect().Output, "by @lovelace");
        StringAssert.Contains(ReleaseCommand.RunInCi(repository.Path, github.Variables, [.. Notes, "--online"]).Expect().Output, "by @lovelace");
        Assert.HasCount(2, github.Questions);
    }

    [TestMethod]
    [DataRow(401, """{"message":"Bad credentials"}""", "RT4375")]
    [DataRow(403, """{"message":"API rate limit exceeded"}""", "RT4377")]
    [DataRow(429, "", "RT4377")]
    [DataRow(301, "", "RT4379")]
    [DataRow(200, "<html>", "RT4379")]
    [DataRow(200, """{"data":{"repository":null},"errors":[{"type":"NOT_FOUND","message":"no"}]}""", "RT4378")]
    public void A_bad_day_of_GitHub_is_a_warning_and_the_changelog_of_the_commits(int status, string body, string code)
    {
        using var github = new ScriptedServer { Answer = _ => (status, [], Encoding.UTF8.GetBytes(body)) };
        using var repository = Repository();
        Dictionary<string, string> variables = new() { ["GITHUB_GRAPHQL_URL"] = $"http://{github.Host}/api/graphql", ["GH_ENTERPRISE_TOKEN"] = FakeGitHub.Token };

        var online = ReleaseCommand.RunInCi(repository.Path, variables, [.. Notes, "--online"]).Expect();

        Assert.AreEqual(ReleaseCommand.Run(repository.Path, Notes).Expect().Output, online.Output);
        Assert.AreEqual(1, online.Error.Split("warning RT").Length - 1, online.Error);
        StringAssert.Contains(online.Error, code);
        Assert.DoesNotContain(FakeGitHub.Token, online.All);
        Assert.HasCount(1, github.Asked);
    }

    [TestMethod]
    public void A_file_and_notes_ask_once_and_warn_once()
    {
        using var github = new ScriptedServer { Answer = _ => (401, [], []) };
        using var repository = Repository();
        Dictionary<string, string> variables = new() { ["GITHUB_GRAPHQL_URL"] = $"http://{github.Host}/api/graphql", ["GH_ENTERPRISE_TOKEN"] = FakeGitHub.Token };

        var run = ReleaseCommand.RunInCi(repository.Path, variables, "changelog", "--unreleased", "--as", "1.0.0", "--write", "--notes", "--online").Expect();

        Assert.AreEqual(1, run.Error.Split("RT4375").Length - 1, run.Error);
        Assert.HasCount(1, github.Asked);
        Assert.IsTrue(File.Exists(Path.Combine(repository.Path, "CHANGELOG.md")));
    }

    [TestMethod]
    public void Json_says_what_kept_it_from_being_asked_and_nothing_else_is_printed()
    {
        using var repository = Repository();

        var run = ReleaseCommand.Run(repository.Path, "changelog", "--unreleased", "--online", "--json").Expect();

        using var answer = JsonDocument.Parse(run.Output);
        Assert.AreEqual("RT4370", answer.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.AreEqual("", run.Error);
        using var offline = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "changelog", "--unreleased", "--json").Expect().Output);
        Assert.IsFalse(offline.RootElement.TryGetProperty("diagnostics", out _));
    }

    [TestMethod]
    public void The_quiet_are_not_warned()
    {
        using var repository = Repository();

        Assert.AreEqual("", ReleaseCommand.Run(repository.Path, "changelog", "--unreleased", "--online", "--verbosity", "quiet").Expect().Error);
    }

    [TestMethod]
    public void Components_of_one_repository_share_what_was_answered()
    {
        using var github = new FakeGitHub(World);
        using var repository = Repository();
        repository.Write("a/version.json", """{ "version": "1.0", "pathFilters": [ "." ], "releaseTools": { "tagPrefix": "a/" } }""").Write("b/version.json", """{ "version": "1.0", "pathFilters": [ "." ], "releaseTools": { "tagPrefix": "b/" } }""").Commit("feat: both (#12)");

        ReleaseCommand.RunInCi(repository.Path, github.Variables, "changelog", "--unreleased", "--components", "--online").Expect();

        Assert.HasCount(1, github.Questions);
    }

    [TestMethod]
    public void A_setting_of_the_wrong_kind_has_a_place()
    {
        using var repository = Repository();
        repository.Write("version.json", "{\n  \"version\": \"1.0\",\n  \"releaseTools\": { \"changelog\": { \"online\": \"yes\" } }\n}");
        var online = ReleaseCommand.Run(repository.Path, "changelog", "--unreleased").Expect(2);
        repository.Write("version.json", "{\n  \"version\": \"1.0\",\n  \"releaseTools\": { \"changelog\": { \"text\": \"issue\" } }\n}");
        var text = ReleaseCommand.Run(repository.Path, "changelog", "--unreleased").Expect(2);

        StringAssert.StartsWith(online.Error, "version.json(3,46): error RT2002");
        StringAssert.StartsWith(text.Error, "version.json(3,44): error RT2002");
        StringAssert.Contains(text.Error, "'commit', 'pullRequest'");
    }

    private static TempRepository Repository()
    {
        var repository = new TempRepository();
        repository.Git("remote", "add", "origin", "https://github.com/acme/shop.git");
        repository.Commit("feat: search (#12)");
        return repository;
    }
}
