using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The real commitlint, asked about many messages under several configurations in one process.</summary>
internal static class Commitlint
{
    public const string Conventional = """{"extends":["@commitlint/config-conventional"]}""";

    public const string Angular = """{"extends":["@commitlint/config-angular"]}""";

    /// <summary>For each message what is wrong with it by config-conventional.</summary>
    public static CommitlintAnswer[] Ask(IEnumerable<string> messages, string? commentCharacter = null) => Ask([(Conventional, messages)], commentCharacter)[0];

    /// <summary>For each question, a configuration and messages, the answer to each message.</summary>
    public static CommitlintAnswer[][] Ask(IEnumerable<(string Configuration, IEnumerable<string> Messages)> questions, string? commentCharacter = null)
    {
        Peer.Require("@commitlint/lint/package.json");
        using var folder = new TempFolder();
        var file = folder.Write("questions.jsonl", string.Join('\n', questions.Select(question => Line(question.Configuration, question.Messages, commentCharacter))));
        var run = ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "node", Path.Combine(SourceTree.Root, "build", "peers", "commitlint.mjs"), file).Expect();

        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.EnumerateArray().Select(Read).ToArray())];
    }

    private static string Line(string configuration, IEnumerable<string> messages, string? commentCharacter) => new JsonObject
    {
        ["config"] = JsonNode.Parse(configuration),
        ["messages"] = JsonSerializer.SerializeToNode(messages),
        ["commentChar"] = commentCharacter,
    }.ToJsonString();

    private static CommitlintAnswer Read(JsonElement answer) => new(
        string.Join(", ", answer.GetProperty("rules").EnumerateObject()
            .Select(rule => $"{(rule.Value.GetInt32() == 2 ? "error" : "warning")} {rule.Name}")
            .Order(StringComparer.Ordinal)),
        answer.GetProperty("report").GetString()!);
}
