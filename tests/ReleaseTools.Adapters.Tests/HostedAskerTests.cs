using System.Text;
using System.Text.Json.Nodes;
using ReleaseTools.Adapters.GitHub;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>GitHub on its bad days. On its good ones it is judged by its own description, beside the other peers.</summary>
[TestClass]
public sealed class HostedAskerTests
{
    private const string World = """
        { "owner": "acme", "name": "shop",
          "items": [ { "number": 12, "kind": "PullRequest", "title": "Add search", "author": { "login": "ada" } } ],
          "commits": [ { "oid": "1111111111111111111111111111111111111111", "authors": [ { "email": "ada@example.test", "login": "ada", "id": "U_1" } ], "pullRequests": [ 12 ], "writers": [ "U_1" ] } ] }
        """;

    private const string Odd = """{"data":{"repository":{"nameWithOwner":?,"n12":{"__typename":"PullRequest","number":?,"title":?,"merged":true,"author":?,"labels":?},"c1":{"oid":?,"authors":?,"associatedPullRequests":?},"n":?}}}""";

    private static readonly CommitId One = new(new string('1', 40));

    private static readonly HostedQuestions Twelve = new(["12"], []);

    private static readonly GitHubPatience Short = new(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10), TimeSpan.Zero, TimeSpan.Zero);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void What_was_answered_is_not_asked_again()
    {
        using var github = new FakeGitHub(World);
        using var folder = new TempFolder();
        HostedQuestions both = new(["12"], [One]);

        var first = Asker(github.Host, folder, asker => asker.Ask(both));
        var second = Asker(github.Host, folder, asker => asker.Ask(both));

        Assert.HasCount(1, github.Questions);
        Assert.AreEqual(Told(first), Told(second));
        Assert.AreEqual("12 Add search by ada, ada@example.test is ada", Told(first));
    }

    [TestMethod]
    public void After_an_hour_it_is_asked_again()
    {
        using var github = new FakeGitHub(World);
        using var folder = new TempFolder();
        var clock = new SetClock();

        Asker(github.Host, folder, asker => asker.Ask(Twelve), clock: clock);
        clock.Now += TimeSpan.FromMinutes(59);
        Asker(github.Host, folder, asker => asker.Ask(Twelve), clock: clock);
        Assert.HasCount(1, github.Questions);
        clock.Now += TimeSpan.FromMinutes(2);
        Asker(github.Host, folder, asker => asker.Ask(Twelve), clock: clock);

        Assert.HasCount(2, github.Questions);
    }

    [TestMethod]
    public void A_number_that_names_nothing_is_no_fault_and_is_asked_again_next_time()
    {
        using var github = new FakeGitHub(World);
        using var folder = new TempFolder();
        HostedQuestions two = new(["12", "999"], [new(new string('9', 40))]);

        var facts = Asker(github.Host, folder, asker =>
        {
            asker.Ask(two);
            return asker.Ask(two);
        });

        Assert.AreEqual("12 Add search by ada", Told(facts));
        Assert.HasCount(1, github.Questions, "once for one command");
        Asker(github.Host, folder, asker => asker.Ask(two));
        Assert.HasCount(2, github.Questions);
        Assert.DoesNotContain("Add search", github.Questions[1]);
        Assert.DoesNotContain("number: 12", github.Questions[1]);
    }

    [TestMethod]
    public void A_hundred_questions_are_one_request()
    {
        using var github = new FakeGitHub(World);
        using var folder = new TempFolder();
        var said = new List<int>();

        Asker(github.Host, folder, asker => asker.Ask(new([.. Enumerable.Range(1, 250).Select(number => $"{number}")], [One])), progress: said.Add);

        Assert.HasCount(4, github.Questions, "three of numbers, one of commits");
        CollectionAssert.AreEqual(new[] { 0, 100, 200, 250, 251 }, said);
    }

    [TestMethod]
    public void More_than_a_token_can_ask_in_an_hour_is_not_begun()
    {
        using var github = new FakeGitHub(World);
        using var folder = new TempFolder();

        Assert.AreEqual("RT4381", Refusal(github.Host, folder, new([.. Enumerable.Range(1, 5001).Select(number => $"{number}")], [])).Code);
        Assert.IsEmpty(github.Questions);
    }

    [TestMethod]
    public void Who_wrote_before_is_asked_once()
    {
        using var github = new FakeGitHub(World);
        using var folder = new TempFolder();

        for (var i = 0; i < 2; i++)
        {
            CollectionAssert.AreEqual(new[] { "U_1" }, Asker(github.Host, folder, asker => asker.FindWriters(One, ["U_1", "U_2\" } evil"])).ToArray());
        }

        Assert.HasCount(1, github.Questions);
    }

    [TestMethod]
    [DataRow(401, "", "{}", "RT4375")]
    [DataRow(403, "", """{"message":"Resource not accessible by integration."}""", "RT4376")]
    [DataRow(403, "x-ratelimit-remaining=0 x-ratelimit-reset=1800003600", """{"message":"API rate limit exceeded"}""", "RT4377")]
    [DataRow(429, "", "", "RT4377")]
    [DataRow(403, "retry-after=600", """{"message":"You have exceeded a secondary rate limit"}""", "RT4377")]
    [DataRow(403, "", """{"message":"You have exceeded a secondary rate limit"}""", "RT4377")]
    [DataRow(200, "x-ratelimit-remaining=0 x-ratelimit-reset=1800003600", """{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]}""", "RT4377")]
    [DataRow(200, "", """{"data":{"repository":null},"errors":[{"type":"NOT_FOUND","path":["repository"],"message":"Could not resolve"}]}""", "RT4378")]
    [DataRow(404, "", """{"message":"Not Found"}""", "RT4379")]
    [DataRow(200, "", "<html>", "RT4379")]
    [DataRow(200, "", "[1]", "RT4379")]
    [DataRow(200, "", """{"data":{"repository":{""", "RT4379")]
    [DataRow(200, "", """{"data":null}""", "RT4379")]
    [DataRow(200, "", """{"data":{"repository":{"nameWithOwner":"acme/shop","n12":null}},"errors":[{"type":"FORBIDDEN","message":"Resource protected by organization SAML enforcement."}]}""", "RT4382")]
    [DataRow(200, "", """{"errors":[{"message":"Field 'x' doesn't exist on type 'Query'"}]}""", "RT4382")]
    [DataRow(500, "", "oh no", "RT4380")]
    [DataRow(503, "", "", "RT4380")]
    public void A_bad_day_is_a_warning_with_a_code(int status, string headers, string body, string code)
    {
        using var github = new ScriptedServer { Answer = _ => (status, [.. headers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split('=')).Select(header => (header[0], header[1]))], Encoding.UTF8.GetBytes(body)) };
        using var folder = new TempFolder();

        var diagnostic = Refusal(github.Host, folder, Twelve, new SetClock());

        Assert.AreEqual((code, Severity.Warning, ExitCode.Done), (diagnostic.Code, diagnostic.Severity, diagnostic.Exit), diagnostic.Message);
        Assert.HasCount(code == "RT4380" ? 3 : 1, github.Asked, "only what may be gone is tried again");
        Assert.DoesNotContain(FakeGitHub.Token, diagnostic.ToString());
    }

    [TestMethod]
    public void The_end_of_a_limit_is_told()
    {
        using var github = new ScriptedServer { Answer = _ => (403, [("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", $"{new SetClock().Now.AddMinutes(25).ToUnixTimeSeconds()}")], []) };
        using var folder = new TempFolder();

        StringAssert.Contains(Refusal(github.Host, folder, Twelve, new SetClock()).Message, "answers again at 08:25 UTC");
    }

    [TestMethod]
    public void A_limit_that_ends_at_once_is_waited_for_one_time()
    {
        var isFirst = true;
        using var github = new ScriptedServer();
        using var folder = new TempFolder();
        github.Answer = _ =>
        {
            var answer = isFirst ? (429, [("retry-after", "0")], []) : (200, Array.Empty<(string, string)>(), """{"data":{"repository":{"nameWithOwner":"acme/shop","n12":{"__typename":"Issue","number":12,"title":"Slow"}}}}"""u8.ToArray());
            isFirst = false;
            return answer;
        };

        Assert.AreEqual("12 Slow by ", Told(Asker(github.Host, folder, asker => asker.Ask(Twelve))));
        github.Answer = _ => (429, [("retry-after", "0")], []);
        Assert.AreEqual("RT4377", Refusal(github.Host, new TempFolder(), Twelve).Code);
        Assert.HasCount(4, github.Asked);
    }

    [TestMethod]
    public void Where_the_last_question_of_the_hour_is_spent_no_further_one_is_sent_and_the_answers_are_kept()
    {
        using var github = new FakeGitHub(World) { Headers = [("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "4102444800")] };
        using var folder = new TempFolder();
        HostedQuestions many = new([.. Enumerable.Range(1, 150).Select(number => $"{number}")], []);

        Assert.AreEqual("RT4377", Refusal(github.Host, folder, many).Code);
        Assert.HasCount(1, github.Questions);
        Assert.AreEqual("12 Add search by ada", Told(Asker(github.Host, folder, asker => asker.Ask(Twelve))));
        Assert.HasCount(1, github.Questions, "what came before the limit was kept");
    }

    [TestMethod]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(307)]
    [DataRow(308)]
    public void A_redirect_is_not_followed_so_the_token_goes_nowhere_else(int status)
    {
        using var elsewhere = new ScriptedServer { Answer = _ => (200, [], "{}"u8.ToArray()) };
        using var github = new ScriptedServer { Answer = _ => (status, [("Location", $"http://{elsewhere.Host}/api/graphql")], []) };
        using var folder = new TempFolder();

        Assert.AreEqual("RT4379", Refusal(github.Host, folder, Twelve).Code);
        Assert.AreEqual($"Bearer {FakeGitHub.Token}", github.Asked.Single().Authorization);
        Assert.IsEmpty(elsewhere.Asked);
    }

    [TestMethod]
    public void The_token_is_in_one_header_and_nowhere_else()
    {
        using var github = new FakeGitHub(World);
        using var echo = new ScriptedServer();
        using var folder = new TempFolder();
        echo.Answer = request => (403, [], Encoding.UTF8.GetBytes(new JsonObject { ["message"] = $"not with {request.Headers["Authorization"]}" }.ToJsonString()));

        var said = Refusal(echo.Host, folder, Twelve).ToString();
        Asker(github.Host, folder, asker => asker.Ask(new(["12"], [One])));

        StringAssert.Contains(said, "not with Bearer ***");
        Assert.DoesNotContain(FakeGitHub.Token, said);
        Assert.DoesNotContain(FakeGitHub.Token, github.Questions[0]);
        Assert.IsTrue(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories) is { Length: 1 } files && !File.ReadAllText(files[0]).Contains(FakeGitHub.Token, StringComparison.Ordinal));
    }

    [TestMethod]
    public void An_answer_that_does_not_end_is_given_up()
    {
        var body = new byte[9 * 1024 * 1024];
        body.AsSpan().Fill((byte)' ');
        using var github = new ScriptedServer { Answer = _ => (200, [], body) };
        using var folder = new TempFolder();

        StringAssert.Contains(Refusal(github.Host, folder, Twelve).Message, "an answer of more than 8 MiB");
    }

    [TestMethod]
    public void Silence_is_waited_for_no_longer_than_patience_lasts()
    {
        using var github = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        using var folder = new TempFolder();
        var patience = new GitHubPatience(TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(200), TimeSpan.Zero);

        var diagnostic = Refusal(github.Host, folder, Twelve, patience: patience);

        Assert.AreEqual("RT4380", diagnostic.Code);
        StringAssert.Contains(diagnostic.Message, "silent for 0.2 s");
        Assert.AreEqual(2, github.Heard);
    }

    [TestMethod]
    public void All_that_one_command_asks_has_an_end()
    {
        using var github = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        using var folder = new TempFolder();

        StringAssert.Contains(Refusal(github.Host, folder, Twelve, patience: new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30))).Message, "took longer than 0.2 s");
    }

    [TestMethod]
    public void Nobody_there_is_a_warning_too()
    {
        using var folder = new TempFolder();
        string host;

        using (var gone = new ScriptedServer())
        {
            host = gone.Host;
        }

        Assert.AreEqual("RT4380", Refusal(host, folder, Twelve).Code);
    }

    [TestMethod]
    public void What_is_too_much_for_it_is_asked_in_halves()
    {
        using var github = new ScriptedServer();
        using var folder = new TempFolder();
        github.Answer = _ =>
        {
            var request = JsonNode.Parse(github.Asked[^1].Body)!.AsObject();
            return ((string)request["query"]!).Split("issueOrPullRequest(").Length - 1 > 30 ? (502, [], "<html>"u8.ToArray()) : (200, [], Encoding.UTF8.GetBytes(FakeGitHub.Answer(JsonNode.Parse(World)!.AsObject(), request).ToJsonString()));
        };

        Assert.AreEqual("12 Add search by ada", Told(Asker(github.Host, folder, asker => asker.Ask(new([.. Enumerable.Range(1, 100).Select(number => $"{number}")], [])))));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("""{"items":7,"commits":[7,{"id":7}]}""")]
    [DataRow("""{"items":[{"number":"12","title":"\ud800","at":9999999999},{"at":"x"},{"number":"1x","title":"x","at":1800000000}],"commits":[{"id":"1"}],"writers":[{}]}""")]
    public void A_damaged_cache_is_as_good_as_none(string content)
    {
        using var github = new FakeGitHub(World);
        using var folder = new TempFolder();
        var clock = new SetClock();
        Asker(github.Host, folder, asker => asker.Ask(Twelve), clock: clock);
        File.WriteAllText(Directory.GetFiles(folder.Path).Single(), content);

        Assert.AreEqual("12 Add search by ada", Told(Asker(github.Host, folder, asker => asker.Ask(Twelve), clock: clock)));
        Assert.HasCount(2, github.Questions);
    }

    [TestMethod]
    public void Another_server_has_a_cache_of_its_own()
    {
        using var github = new FakeGitHub(World);
        using var other = new FakeGitHub(World.Replace("Add search", "Something else", StringComparison.Ordinal));
        using var folder = new TempFolder();

        Asker(github.Host, folder, asker => asker.Ask(Twelve));

        Assert.AreEqual("12 Something else by ada", Told(Asker(other.Host, folder, asker => asker.Ask(Twelve))));
    }

    [TestMethod]
    public void Odd_answers_of_any_shape_tell_nothing_and_break_nothing()
    {
        string[] values = ["null", "7", "\"x\"", "[]", "{}", "true", """{"nodes":null}""", """{"nodes":[null,7,{"name":7},{"name":"\ud800"}]}""", "\"\\udc00\"", "-1", "1e400", "12"];
        var random = new Random(RandomSeed.Choose(TestContext, 300));
        using var github = new ScriptedServer();

        for (var i = 0; i < 300; i++)
        {
            var body = string.Concat(Odd.Split('?').SelectMany((text, place) => new[] { place == 0 ? "" : values[random.Next(values.Length)], text }));
            github.Answer = _ => (200, [], Encoding.UTF8.GetBytes(body));

            using var empty = new TempFolder();
            Assert.IsNotNull(Asker(github.Host, empty, asker => asker.Ask(new(["12"], [One]))), body);
        }
    }

    private static Diagnostic Refusal(string host, TempFolder folder, HostedQuestions questions, TimeProvider? clock = null, GitHubPatience? patience = null) =>
        Assert.ThrowsExactly<ReleaseException>(() => Asker(host, folder, asker => asker.Ask(questions), clock, patience)).Diagnostics.Single();

    private static T Asker<T>(string host, TempFolder folder, Func<HostedAsker, T> ask, TimeProvider? clock = null, GitHubPatience? patience = null, Action<int>? progress = null)
    {
        var access = GitHubAccess.Find(new("github.com", "acme", "shop"), name => name switch { "GITHUB_GRAPHQL_URL" => $"http://{host}/api/graphql", "GH_ENTERPRISE_TOKEN" => FakeGitHub.Token, _ => null });
        var cache = new HostedCache(folder.Path, access, clock ?? TimeProvider.System);
        cache.Load();
        using var asker = new HostedAsker(access, cache, patience ?? Short, clock ?? TimeProvider.System, progress);
        return ask(asker);
    }

    private static string Told(HostedFacts facts)
    {
        var commit = facts.Complete(One, new() { Header = "", PullRequest = "12", Authors = [new("Ada", "ada@example.test")] });
        return $"{commit.Request?.Number ?? "12"} {facts.Find("12")?.Title} by {facts.Find("12")?.Author?.Name}{(commit.Authors[0].Account is { } account ? $", {commit.Authors[0].Email} is {account.Login}" : "")}";
    }

    /// <summary>A clock that stands at 08:00 until it is set.</summary>
    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
