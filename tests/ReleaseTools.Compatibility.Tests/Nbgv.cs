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

    /// <summary>The hashes of the commits that make a version of numbers.</summary>
    public static string[] GetCommits(TempRepository repository, string version) =>
        Ask(repository, repository.Path, "get-commits", "--quiet", version).Expect().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static ProgramRun Run(TempRepository repository, string folder) => Ask(repository, folder, "get-version", "--format", "json");

    private static ProgramRun Ask(TempRepository repository, string folder, params string[] arguments) =>
        ProgramRun.Run(folder, repository.Environment(), "dotnet", [Peer.Require(Program), .. arguments]);
}
