using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning;

/// <summary>Reads single values of a version.json, and names the place of one that is of the wrong kind.</summary>
internal sealed class SettingValues(SourceText source)
{
    public string Text(JsonMember member) => Text(member.Name, member.Value);

    public string Text(string key, JsonValue value) => value.Kind is JsonValueKind.String or JsonValueKind.Number
        ? value.Text
        : throw Wrong(key, value, "a string");

    public TChoice Choice<TChoice>(JsonMember member)
        where TChoice : struct, Enum => Choice(member, Enum.GetValues<TChoice>());

    /// <summary>By name, in any case.</summary>
    public TChoice Choice<TChoice>(JsonMember member, params TChoice[] choices)
        where TChoice : struct, Enum
    {
        var text = Text(member);
        var names = Array.ConvertAll(choices, choice => ChoiceName.Of(choice));
        var chosen = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return chosen >= 0 ? choices[chosen] : throw Wrong(member, $"one of {string.Join(", ", names.Select(name => $"'{name}'"))}");
    }

    public int Between(JsonMember member, int low, int high) =>
        Integer(member) is var number && number >= low && number <= high ? number : throw Wrong(member, $"a number from {low} to {high}");

    public int Integer(JsonMember member) =>
        member.Value.Kind is JsonValueKind.Number or JsonValueKind.String
        && int.TryParse(member.Value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(member, "a whole number");

    public bool Flag(JsonMember member) => Flag(member.Name, member.Value);

    public bool Flag(string key, JsonValue value) => value.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(value.Text, out var flag) => flag,
        _ => throw Wrong(key, value, "true or false"),
    };

    public ImmutableArray<JsonMember> Objects(JsonMember member) => Expect(member.Value, member.Name, JsonValueKind.Object).Members;

    public ImmutableArray<JsonValue> Items(JsonMember member) => Expect(member.Value, member.Name, JsonValueKind.Array).Items;

    public IEnumerable<JsonValue> Strings(JsonMember member) => Items(member).Select(item => Expect(item, member.Name, JsonValueKind.String));

    public JsonValue Expect(JsonValue value, string key, JsonValueKind kind) => value.Kind == kind ? value : throw Wrong(key, value, Say(kind));

    public ReleaseException Wrong(JsonMember member, string expected) => Wrong(member.Name, member.Value, expected);

    public SourceSpot Spot(JsonMember member) => Spot(member.Value);

    public SourceSpot Spot(JsonValue value) => source.SpotAt(value.Start);

    public SourceSpot SpotOfName(JsonMember member) => source.SpotAt(member.NameStart);

    private ReleaseException Wrong(string key, JsonValue value, string expected) =>
        new(ConfigurationDiagnostics.WrongKind(Spot(value), key, expected, Say(value)));

    private static string Say(JsonValue value) => value.Kind is JsonValueKind.String ? $"'{Excerpt.Of(value.Text)}'" : Say(value.Kind, Excerpt.Of(value.Text));

    private static string Say(JsonValueKind kind, string text = "a value") => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        _ => text,
    };
}
