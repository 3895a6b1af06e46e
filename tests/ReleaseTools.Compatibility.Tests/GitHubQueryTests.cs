using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using ReleaseTools.Adapters.GitHub;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What is asked of GitHub, judged by GitHub's own description; and the stand-in of all other tests held to it.</summary>
[TestClass]
public sealed class GitHubQueryTests
{
    private const string World = """
        {
          "owner": "acme", "name": "shop",
          "items": [
            { "number": 12, "kind": "PullRequest", "title": "Add search", "author": { "login": "ada" }, "labels": [ "enhancement", "area: api" ] },
            { "number": 13, "kind": "Issue", "title": "Search is slow", "author": { "login": "grace" }, "labels": [ "bug" ] },
            { "number": 14, "kind": "PullRequest", "title": "Bump x", "author": { "login": "dependabot", "type": "Bot" } },
            { "number": 15, "kind": "Issue", "title": "By nobody any more" },
            { "number": 16, "kind": "PullRequest", "title": "Still open", "merged": false, "author": { "login": "ada" } },
            { "number": 17, "kind": "PullRequest", "title": "Of another repository", "repository": "up/stream", "author": { "login": "linus" } }
          ],
          "commits": [
            { "oid": "1111111111111111111111111111111111111111", "authors": [ { "email": "ada@example.test", "login": "ada", "id": "U_1" }, { "email": "nobody@example.test" } ], "pullRequests": [ 16, 12 ] },
            { "oid": "2222222222222222222222222222222222222222", "authors": [ { "email": "linus@example.test" } ], "pullRequests": [ 17 ], "writers": [ "U_1" ] }
          ]
        }
        """;

    private static readonly GitHubRepository Shop = new("github.com", "acme", "shop");

    private static readonly CommitId One = new(new string('1', 40));

    private static readonly CommitId Two = new(new string('2', 40));

    private static readonly CommitId Unknown = new(new string('3', 40));

    private static IEnumerable<byte[]> Requests =>
    [
        HostedQuery.Of(Shop, new(["12", "13", "14", "15", "16"], [One, Two])),
        HostedQuery.Of(Shop, new(["12"], [])),
        HostedQuery.Of(Shop, new([], [One])),
        HostedQuery.Of(Shop, new(["12", "999"], [Unknown])),
        HostedQuery.Of(Shop, new([.. Enumerable.Range(1, 100).Select(number => $"{number}")], [])),
        HostedQuery.Of(Shop, new([], [.. Enumerable.Range(0, 100).Select(number => new CommitId($"{number:x40}"))])),
        HostedQuery.Of(new("github.com", "acme", "nothing"), new(["12"], [])),
        HostedQuery.OfPast(Shop, Two, ["U_1", "U_2"]),
        HostedQuery.OfPast(Shop, Unknown, ["U_1"]),
    ];

    [TestMethod]
    public void Every_query_is_valid_by_the_description_of_GitHub()
    {
        var answers = GitHubDescription.Ask(JsonNode.Parse(World)!.AsObject(), Requests);

        Assert.HasCount(Requests.Count(), answers);
        Assert.AreEqual("", string.Join('\n', answers.Select(answer => answer.Complaints)).Trim());
    }

    [TestMethod]
    public void The_judge_sees_a_query_that_is_wrong()
    {
        var query = """{"query":"query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { nameWithOwner issueOrPullRequest(number: 1) { __typename titel } issues { nodes { title } } } } fragment x on Issue { title }","variables":{"owner":"acme","name":"shop"}}""";

        var complaints = GitHubDescription.Ask(JsonNode.Parse(World)!.AsObject(), Encoding.UTF8.GetBytes(query))[0].Complaints;

        StringAssert.Contains(complaints, "\"titel\"");
        StringAssert.Contains(complaints, "Fragment \"x\" is never used");
        StringAssert.Contains(complaints, "'issues' has no length");
    }

    [TestMethod]
    public void The_stand_in_answers_as_a_server_that_holds_to_the_description()
    {
        var world = JsonNode.Parse(World)!.AsObject();

        foreach (var (request, (_, answer)) in Requests.Zip(GitHubDescription.Ask(world, Requests)))
        {
            var own = FakeGitHub.Answer(world, JsonNode.Parse(request)!.AsObject());
            Assert.IsTrue(JsonNode.DeepEquals(answer, own), $"{Encoding.UTF8.GetString(request)}\ndescription: {answer.ToJsonString()}\nstand-in:    {own.ToJsonString()}");
        }
    }

    [TestMethod]
    public void What_GitHub_answers_is_understood()
    {
        var answer = GitHubDescription.Ask(JsonNode.Parse(World)!.AsObject(), Requests.First())[0].Answer;
        using var document = GraphQlAnswer.Parse(Encoding.UTF8.GetBytes(answer.ToJsonString()))!;
        var repository = document.RootElement.GetProperty("data").GetProperty("repository");

        var items = HostedAnswer.Items(repository).DistinctBy(item => item.Number).ToDictionary(item => item.Number);
        var commits = HostedAnswer.Commits(repository).ToArray();

        CollectionAssert.AreEquivalent(new[] { "12", "13", "14", "15", "16" }, items.Keys.ToArray());
        Assert.AreEqual((HostedKind.PullRequest, "Add search", "ada", "enhancement, area: api"), (items["12"].Kind, items["12"].Title, items["12"].Author!.Name, string.Join(", ", items["12"].Labels)));
        Assert.AreEqual((HostedKind.Issue, "dependabot[bot]", true), (items["13"].Kind, items["14"].Author!.Name, items["15"].Author is null));
        Assert.AreEqual("12", commits.Single(commit => commit.Id == One).PullRequest, "the one that was merged");
        Assert.IsNull(commits.Single(commit => commit.Id == Two).PullRequest, "a fork's commit came with it");
        CollectionAssert.AreEqual(new[] { "ada", null }, commits.Single(commit => commit.Id == One).Authors.Select(author => author.Account?.Login).ToArray());
    }
}
