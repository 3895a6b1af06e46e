using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ReleaseTools.Text;

/// <summary>YAML as the JSON values it stands for by the core schema of YAML 1.2, each with its place: one reader then reads both.</summary>
internal sealed class YamlValues
{
    private const string MergeKey = "<<";

    // What many aliases stand for is made once.
    private readonly Dictionary<YamlNode, JsonValue> _made = new(ReferenceEqualityComparer.Instance);

    public static JsonValue Of(YamlNode node) => new YamlValues().Make(node);

    private JsonValue Make(YamlNode node)
    {
        if (!_made.TryGetValue(node, out var value))
        {
            value = node.Kind switch
            {
                YamlKind.Alias => node.Target is { } target ? Make(target) : Scalar(node, JsonValueKind.Null),
                YamlKind.Mapping => new(JsonValueKind.Object, node.Start, node.Length, "", [.. node.Entries.SelectMany(Merged), .. node.Entries.Where(entry => entry.Key.Text != MergeKey).Select(Member)], []),
                YamlKind.Sequence => new(JsonValueKind.Array, node.Start, node.Length, "", [], [.. node.Items.Select(Make)]),
                YamlKind.Plain => Scalar(node, KindOf(node.Text)),
                _ => Scalar(node, JsonValueKind.String),
            };
            _made.Add(node, value);
        }

        return value;
    }

    private JsonMember Member((YamlNode Key, YamlNode Value) entry) => new(entry.Key.Text, entry.Key.Start, Make(entry.Value));

    /// <summary>Before what the mapping says itself, so that its own entries win.</summary>
    private IEnumerable<JsonMember> Merged((YamlNode Key, YamlNode Value) entry) => entry.Key.Text != MergeKey ? []
        : Make(entry.Value) is { Kind: JsonValueKind.Array } several ? several.Items.Reverse().SelectMany(item => item.Members)
        : Make(entry.Value).Members;

    private static JsonValue Scalar(YamlNode node, JsonValueKind kind) => new(kind, node.Start, node.Length, node.Text, [], []);

    private static JsonValueKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => JsonValueKind.Null,
        "true" or "True" or "TRUE" => JsonValueKind.True,
        "false" or "False" or "FALSE" => JsonValueKind.False,
        _ => double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out _) && text.Any(char.IsAsciiDigit)
            ? JsonValueKind.Number
            : JsonValueKind.String,
    };
}
