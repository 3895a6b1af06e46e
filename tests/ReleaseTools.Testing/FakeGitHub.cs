using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ReleaseTools.Testing;

/// <summary>
/// A server on loopback that answers what changelogs ask GitHub, out of a world told as JSON. It knows no GraphQL, only our queries;
/// that its answers are those of GitHub's description is held by a test that has graphql-js answer out of the same world.
/// </summary>
internal sealed partial class FakeGitHub : IDisposable
{
    private readonly ScriptedServer _server = new();

    public FakeGitHub(string world)
    {
        World = JsonNode.Parse(world)!.AsObject();
        _server.Answer = request => request.HttpMethod == "POST" && request.Url!.AbsolutePath == "/api/graphql" && request.Headers["Authorization"] == $"Bearer {Token}" ? Respond() : (401, [], """{"message":"Bad credentials"}"""u8.ToArray());
    }

    public static string Token => "ghp_0123456789abcdefghijABCDEFGHIJ012345";

    public JsonObject World { get; }

    public string Host => _server.Host;

    /// <summary>What it was asked: the body of each request.</summary>
    public IReadOnlyList<string> Questions => [.. _server.Asked.Select(asked => asked.Body)];

    /// <summary>What stands in the headers of its answers.</summary>
    public (string Name, string Value)[] Headers { get; set; } = [("Content-Type", "application/json; charset=utf-8"), ("x-ratelimit-remaining", "4999"), ("x-ratelimit-reset", "4102444800")];

    /// <summary>Lets the tool find it, in place of a server of GitHub Enterprise.</summary>
    public Dictionary<string, string> Variables => new() { ["GITHUB_GRAPHQL_URL"] = $"http://{Host}/api/graphql", ["GH_ENTERPRISE_TOKEN"] = Token };

    public void Dispose() => _server.Dispose();

    private (int Status, (string Name, string Value)[] Headers, byte[] Body) Respond() => (200, Headers, Encoding.UTF8.GetBytes(Answer(World, JsonNode.Parse(_server.Asked[^1].Body)!.AsObject()).ToJsonString()));

    /// <summary>The answer to the body of a request.</summary>
    public static JsonObject Answer(JsonObject world, JsonObject request)
    {
        var query = (string)request["query"]!;
        var variables = request["variables"]!.AsObject();
        var errors = new JsonArray();
        var (owner, name) = ((string)variables["owner"]!, (string)variables["name"]!);

        if (owner != (string)world["owner"]! || name != (string)world["name"]!)
        {
            errors.Add(NotFound($"Could not resolve to a Repository with the name '{owner}/{name}'.", "repository"));
            return new JsonObject { ["data"] = new JsonObject { ["repository"] = null }, ["errors"] = errors };
        }

        var repository = new JsonObject { ["nameWithOwner"] = $"{owner}/{name}" };

        foreach (Match match in NumberAsked.Matches(query))
        {
            var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            repository[$"n{number}"] = Item(world, number);

            if (repository[$"n{number}"] is null)
            {
                errors.Add(NotFound($"Could not resolve to an issue or pull request with the number of {number}.", "repository", $"n{number}"));
            }
        }

        foreach (Match match in CommitAsked.Matches(query))
        {
            repository[$"c{match.Groups[1].Value}"] = Commit(world, match.Groups[1].Value);
        }

        if (PastAsked.Match(query) is { Success: true } past)
        {
            repository["object"] = Past(Known(world, past.Groups[1].Value), variables);
        }

        var answer = new JsonObject { ["data"] = new JsonObject { ["repository"] = repository } };

        if (errors.Count > 0)
        {
            answer["errors"] = errors;
        }

        return answer;
    }

    private static JsonObject? Item(JsonObject world, int number)
    {
        if (world["items"]!.AsArray().FirstOrDefault(one => (int)one!["number"]! == number) is not { } known)
        {
            return null;
        }

        var (kind, item) = ((string)known["kind"]!, Request(world, known));
        item.Insert(0, "__typename", kind);

        if (kind == "Issue")
        {
            item.Remove("merged");
            item.Remove("baseRepository");
        }

        return item;
    }

    private static JsonObject Request(JsonObject world, JsonNode known) => new()
    {
        ["number"] = (int)known["number"]!,
        ["title"] = (string)known["title"]!,
        ["merged"] = (bool?)known["merged"] ?? true,
        ["author"] = known["author"] is { } author ? new JsonObject { ["__typename"] = (string?)author["type"] ?? "User", ["login"] = (string)author["login"]! } : null,
        ["labels"] = List(known["labels"]?.AsArray().Select(label => new JsonObject { ["name"] = (string)label! }) ?? []),
        ["baseRepository"] = new JsonObject { ["nameWithOwner"] = (string?)known["repository"] ?? $"{world["owner"]}/{world["name"]}" },
    };

    private static JsonObject? Commit(JsonObject world, string hash) => Known(world, hash) is not { } known ? null : new()
    {
        ["oid"] = hash,
        ["authors"] = List(known["authors"]!.AsArray().Select(author => new JsonObject
        {
            ["email"] = (string)author!["email"]!,
            ["user"] = author["login"] is { } login ? new JsonObject { ["id"] = (string)author["id"]!, ["login"] = (string)login! } : null,
        })),
        ["associatedPullRequests"] = List(known["pullRequests"]?.AsArray().Select(number => Request(world, world["items"]!.AsArray().First(one => (int)one!["number"]! == (int)number!)!)) ?? []),
    };

    private static JsonObject? Past(JsonNode? known, JsonObject variables)
    {
        if (known is null)
        {
            return null;
        }

        var past = new JsonObject();

        foreach (var (name, value) in variables.Where(variable => variable.Key.StartsWith('p')))
        {
            past[name] = List(known["writers"]?.AsArray().Any(writer => (string)writer! == (string)value!) == true ? [new JsonObject { ["oid"] = (string)known["oid"]! }] : []);
        }

        return past;
    }

    private static JsonNode? Known(JsonObject world, string hash) => world["commits"]!.AsArray().FirstOrDefault(one => hash.StartsWith((string)one!["oid"]!, StringComparison.Ordinal));

    private static JsonObject List(IEnumerable<JsonNode> nodes) => new() { ["nodes"] = new JsonArray([.. nodes]) };

    private static JsonObject NotFound(string message, params string[] path) => new() { ["type"] = "NOT_FOUND", ["path"] = new JsonArray([.. path.Select(part => JsonValue.Create(part))]), ["message"] = message };

    [GeneratedRegex(@"n[0-9]+: issueOrPullRequest\(number: ([0-9]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAsked { get; }

    [GeneratedRegex(@"c[0-9a-f]+: object\(oid: ""([0-9a-f]+)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex CommitAsked { get; }

    [GeneratedRegex(@"    object\(oid: ""([0-9a-f]+)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex PastAsked { get; }
}
