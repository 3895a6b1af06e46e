using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>package.json: the package's version. One that is never published, as a workspace's root, has none and needs none.</summary>
internal sealed class PackageJsonStamper : IStamper
{
    private const string Key = "version";

    public bool Reads(string path) => Path.GetFileName(path) == "package.json";

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var root = JsonLocator.Parse(source, StampDiagnostics.NotJson);

        if (root.Kind != JsonValueKind.Object)
        {
            throw new ReleaseException(StampDiagnostics.NotAMapping(source.SpotAt(root.Start), "The document"));
        }

        var members = root.Members.Where(member => member.Name == Key).ToArray();

        return members.Length > 1
            ? throw new ReleaseException(StampDiagnostics.KeyTwice(source.SpotAt(members[1].NameStart), Key))
            : [.. members.Select(member => Value(source, member.Value, version))];
    }

    private static StampValue Value(SourceText source, JsonValue value, string version)
    {
        if (value.Kind != JsonValueKind.String)
        {
            throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(value.Start), Key, Describe(value)));
        }

        if (value.Text.Contains("{{", StringComparison.Ordinal))
        {
            throw new ReleaseException(StampDiagnostics.Template(source.SpotAt(value.Start), value.Text));
        }

        var written = $"\"{JsonEncodedText.Encode(version, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return new(Key, value.Text, version, value.Start, value.Text == version ? null : new TextEdit(value.Start, value.Length, written));
    }

    private static string Describe(JsonValue value) => value.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => $"'{value.Text}'",
    };
}
