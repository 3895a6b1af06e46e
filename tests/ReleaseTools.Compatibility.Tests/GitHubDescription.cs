using System.Text.Json.Nodes;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>GitHub's own description of its GraphQL API, read by graphql-js: judges queries, and answers them out of a world.</summary>
internal static class GitHubDescription
{
    /// <summary>For each question what is wrong with its query, and the answer.</summary>
    public static (string Complaints, JsonNode Answer)[] Ask(JsonObject world, params IEnumerable<byte[]> requests)
    {
        Peer.Require("@octokit/graphql-schema/schema.graphql");
        using var folder = new TempFolder();
        var file = folder.Write("questions.jsonl", string.Join('\n', requests.Select(request => new JsonObject { ["world"] = world.DeepClone(), ["request"] = JsonNode.Parse(request) }.ToJsonString())));
        var run = ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "node", Path.Combine(SourceTree.Root, "build", "peers", "github.mjs"), file).Expect();

        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).Select(line => (string.Join('\n', line["complaints"]!.AsArray().Select(one => (string)one!)), line["answer"]!))];
    }
}
