using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>
/// A case as a folder below <c>Scenarios/PEER</c>: <c>history.txt</c>, and in <c>expected.json</c> the <c>forms</c> of the version with the
/// codes of the <c>remarks</c> beside it, or the code of the <c>error</c>. Where a peer says something else on purpose, <c>difference</c> says why.
/// </summary>
internal sealed partial class ScenarioFolder(string path)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The forms a new case begins with.</summary>
    private static readonly string[] Usual = ["SemVer2", "NuGetPackageVersion", "AssemblyVersion", "AssemblyFileVersion", "AssemblyInformationalVersion", "PublicRelease", "VersionHeight"];

    private string ExpectedFile => Path.Combine(path, "expected.json");

    /// <summary>Names of the cases that are compared with a peer.</summary>
    public static IEnumerable<string> NamesOf(string peer) => Directory.GetDirectories(FolderOf(peer)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public static ScenarioFolder Of(string peer, string name) => new(Path.Combine(FolderOf(peer), name));

    public Scenario Play() => Scenario.Play(File.ReadAllText(Path.Combine(path, "history.txt")));

    /// <summary>What must come out; with <c>UPDATE_GOLDEN=1</c> the answer itself, written down in the forms asked for so far.</summary>
    public JsonObject Expected(Scenario scenario)
    {
        var known = File.Exists(ExpectedFile) ? JsonNode.Parse(File.ReadAllText(ExpectedFile))!.AsObject() : [];

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            var answer = Ask(scenario, known["forms"]?.AsObject().Select(form => form.Key) ?? Usual);

            foreach (var note in known.Where(note => note.Key is not ("forms" or "remarks" or "error")))
            {
                answer[note.Key] = note.Value!.DeepClone();
            }

            File.WriteAllText(ExpectedFile, answer.ToJsonString(Readable) + "\n");
            return answer;
        }

        return known;
    }

    /// <summary>What <c>dotnet release version</c> answers, in the shape of <c>expected.json</c>.</summary>
    public static JsonObject Ask(Scenario scenario, IEnumerable<string> forms)
    {
        var run = ReleaseCommand.Run(scenario.Folder, "version", "--json");

        if (run.ExitCode != 0)
        {
            return new() { ["error"] = Code.Match(run.All).Value };
        }

        var all = JsonNode.Parse(run.Output)!.AsObject();
        var answer = new JsonObject { ["forms"] = new JsonObject(forms.Select(form => KeyValuePair.Create(form, all[form]?.DeepClone()))) };

        if (Code.Matches(run.Error) is { Count: > 0 } codes)
        {
            answer["remarks"] = new JsonArray([.. codes.Select(code => (JsonNode)code.Value)]);
        }

        return answer;
    }

    /// <summary>The same in text, without the notes, for a comparison that shows where they differ.</summary>
    public static string Say(JsonObject answer) =>
        new JsonObject(answer.Where(part => part.Key is "forms" or "remarks" or "error").Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone()))).ToJsonString(Readable);

    private static string FolderOf(string peer) => Path.Combine(SourceTree.Root, "tests", "ReleaseTools.Compatibility.Tests", "Scenarios", peer);

    [GeneratedRegex(@"RT\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Code { get; }
}
