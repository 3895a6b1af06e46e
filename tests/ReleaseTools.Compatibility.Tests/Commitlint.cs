using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The real commitlint with its conventional configuration, asked about many messages in one process.</summary>
internal static class Commitlint
{
    /// <summary>For each message the rules it breaks, as <c>error type-empty</c>, in the order of their names.</summary>
    public static string[] Ask(IEnumerable<string> messages, string? commentCharacter = null)
    {
        using var folder = new TempFolder();
        var file = folder.Write("messages.json", JsonSerializer.Serialize(messages));
        Peer.Require("@commitlint/lint/package.json");
        var script = Path.Combine(SourceTree.Root, "build", "peers", "commitlint.mjs");
        var run = ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "node", commentCharacter is null ? [script, file] : [script, file, commentCharacter]).Expect();
        return [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Select(Say)];
    }

    private static string Say(JsonElement answer) => string.Join(", ", answer.GetProperty("rules").EnumerateObject()
        .Select(rule => $"{(rule.Value.GetInt32() == 2 ? "error" : "warning")} {rule.Name}")
        .Order(StringComparer.Ordinal));
}
