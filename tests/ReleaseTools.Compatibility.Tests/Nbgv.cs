using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The real <c>nbgv</c>, from its npm package.</summary>
internal static class Nbgv
{
    private const string Program = "nerdbank-gitversioning/nbgv.cli/tools/net10.0/any/nbgv.dll";

    public static JsonElement GetVersion(TempRepository repository) => JsonDocument.Parse(Run(repository, repository.Path).Expect().Output).RootElement;

    /// <summary>Every form for a project folder, or null where nbgv gives no version.</summary>
    public static JsonObject? TryGetVersion(TempRepository repository, string folder) =>
        Run(repository, folder) is { ExitCode: 0 } run ? JsonNode.Parse(run.Output)!.AsObject() : null;

    private static ProgramRun Run(TempRepository repository, string folder) =>
        ProgramRun.Run(folder, repository.Environment(), "dotnet", Peer.Require(Program), "get-version", "--format", "json");
}
