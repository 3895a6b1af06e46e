using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The real <c>nbgv</c>, from its npm package.</summary>
internal static class Nbgv
{
    public static JsonElement GetVersion(TempRepository repository)
    {
        var program = Peer.Require("nerdbank-gitversioning/nbgv.cli/tools/net10.0/any/nbgv.dll");
        var run = ProgramRun.Run(repository.Path, repository.Environment(), "dotnet", program, "get-version", "--format", "json").Expect();
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>The hashes of the commits that make a version of numbers.</summary>
    public static string[] GetCommits(TempRepository repository, string version)
    {
        var program = Peer.Require("nerdbank-gitversioning/nbgv.cli/tools/net10.0/any/nbgv.dll");
        var run = ProgramRun.Run(repository.Path, repository.Environment(), "dotnet", program, "get-commits", "--quiet", version).Expect();
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
