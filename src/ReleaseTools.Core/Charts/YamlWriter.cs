using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseTools.Text;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace ReleaseTools.Charts;

/// <summary>Writes values as YAML, as Helm's indices are written: two blanks deeper for a mapping, and lists as deep as their key.</summary>
internal sealed class YamlWriter(string lineEnd)
{
    private readonly StringBuilder _text = new();

    /// <summary>An item of a list.</summary>
    /// <param name="item">What it holds.</param>
    /// <param name="column">Where its hyphen stands.</param>
    public YamlWriter Item(JsonObject item, int column)
    {
        _text.Append(' ', column).Append("- ");
        Members(item, column + 2, isFirstPlaced: true);
        return this;
    }

    public YamlWriter Key(string key, int column)
    {
        _text.Append(' ', column).Append(Scalar(key)).Append(':').Append(lineEnd);
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Members(JsonObject values, int column, bool isFirstPlaced)
    {
        foreach (var (key, value) in values)
        {
            _text.Append(' ', isFirstPlaced ? 0 : column).Append(Scalar(key)).Append(':');
            isFirstPlaced = false;
            Value(value, column);
        }
    }

    private void Value(JsonNode? value, int column)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } members:
                _text.Append(lineEnd);
                Members(members, column + 2, isFirstPlaced: false);
                break;

            case JsonArray { Count: > 0 } items:
                _text.Append(lineEnd);

                foreach (var item in items)
                {
                    _text.Append(' ', column).Append('-');
                    ItemValue(item, column);
                }

                break;

            default:
                _text.Append(' ').Append(value switch
                {
                    null => "null",
                    JsonValue text when text.GetValueKind() == JsonValueKind.String => Scalar(text.GetValue<string>()),
                    _ => value.ToJsonString(),
                }).Append(lineEnd);
                break;
        }
    }

    private void ItemValue(JsonNode? item, int column)
    {
        if (item is JsonObject { Count: > 0 } members)
        {
            _text.Append(' ');
            Members(members, column + 2, isFirstPlaced: true);
        }
        else
        {
            Value(item, column + 2);
        }
    }

    private static string Scalar(string text) => YamlText.Write(text, YamlKind.Plain);
}
