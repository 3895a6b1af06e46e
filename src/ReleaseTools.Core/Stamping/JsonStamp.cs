using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>A version as a value in JSON.</summary>
internal static class JsonStamp
{
    /// <summary>The value at a path of names; an element of an array is named by its index. Null where there is none.</summary>
    /// <exception cref="ReleaseException">RT3005 or RT3008: a name on the way is doubled, or holds nothing that has names.</exception>
    public static JsonValue? Find(SourceText source, JsonValue root, params ReadOnlySpan<string> path)
    {
        var value = root;

        for (var i = 0; i < path.Length && value is not null; i++)
        {
            value = value.Kind switch
            {
                JsonValueKind.Object => Member(source, value, path[i]),
                JsonValueKind.Array => int.TryParse(path[i], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? value.Items.ElementAtOrDefault(index) : null,
                _ => throw new ReleaseException(StampDiagnostics.NotAMapping(source.SpotAt(value.Start), i == 0 ? "The document" : $"'{string.Join('.', path[..i])}'")),
            };
        }

        return value;
    }

    /// <exception cref="ReleaseException">RT3003 or RT3006: no version can stand in this place.</exception>
    public static StampValue Value(SourceText source, string key, JsonValue value, string version)
    {
        if (value.Kind != JsonValueKind.String)
        {
            throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(value.Start), key, Describe(value)));
        }

        if (value.Text.Contains("{{", StringComparison.Ordinal))
        {
            throw new ReleaseException(StampDiagnostics.Template(source.SpotAt(value.Start), value.Text));
        }

        var written = $"\"{JsonEncodedText.Encode(version, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        return new(key, value.Text, version, value.Start, value.Text == version ? null : new TextEdit(value.Start, value.Length, written));
    }

    private static JsonValue? Member(SourceText source, JsonValue mapping, string name)
    {
        ImmutableArray<JsonMember> found = [.. mapping.Members.Where(member => member.Name == name)];

        return found is [_, var second, ..]
            ? throw new ReleaseException(StampDiagnostics.KeyTwice(source.SpotAt(second.NameStart), name))
            : found.FirstOrDefault()?.Value;
    }

    private static string Describe(JsonValue value) => value.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => $"'{value.Text}'",
    };
}
