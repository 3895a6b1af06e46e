using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace ReleaseTools.Charts;

/// <summary>Turns a Chart.yaml into what Helm makes of it: known keys in Helm's order, empty ones left out, each of its type.</summary>
internal sealed class ChartMetadataReader(SourceText source)
{
    /// <summary>A value that stands for itself many times over would fill the memory.</summary>
    private const int MostValues = 10_000;

    /// <summary>Longer ones are no misspelling of anything.</summary>
    private const int LongestKey = 64;

    private readonly List<Diagnostic> _complaints = [];
    private int _values;

    /// <summary>The values, and what is wrong with them: RT3005, RT7053 for types, RT7054 for keys that Helm does not know.</summary>
    public static (JsonObject Metadata, ImmutableArray<Diagnostic> Complaints) Read(ChartYaml chart)
    {
        var reader = new ChartMetadataReader(chart.Source);
        var metadata = reader.Object(chart.Root, ChartField.All);
        return (metadata, [.. reader._complaints]);
    }

    private JsonObject Object(YamlNode mapping, ImmutableArray<ChartField> fields)
    {
        var values = new JsonObject();

        foreach (var twice in mapping.Entries.GroupBy(entry => entry.Key.Text).SelectMany(same => same.Skip(1)))
        {
            _complaints.Add(StampDiagnostics.KeyTwice(source.SpotAt(twice.Key.Start), twice.Key.Text));
        }

        foreach (var key in mapping.Entries.Select(entry => entry.Key).Where(key => fields.All(field => field.Name != key.Text)).TakeWhile(Count))
        {
            var name = key.Text.Length <= LongestKey ? key.Text : $"{key.Text[..LongestKey]}…";
            _complaints.Add(ChartDiagnostics.UnknownField(source.SpotAt(key.Start), name, Spelling.Nearest(name, fields.Select(field => field.Name))));
        }

        foreach (var field in fields)
        {
            var entry = mapping.Entries.FirstOrDefault(entry => entry.Key.Text == field.Name);

            if (entry.Value is not null && YamlScalar.Resolve(entry.Value) is var node && !YamlScalar.IsNull(node) && Value(field, node) is { } value)
            {
                values[field.Name] = value;
            }
        }

        return values;
    }

    private JsonNode? Value(ChartField field, YamlNode node) => field.Kind switch
    {
        ChartFieldKind.Text => Text(field.Name, node),
        ChartFieldKind.Truth => YamlScalar.IsTruth(node) ? (YamlScalar.IsTrue(node) ? JsonValue.Create(true) : null) : Wrong(field.Name, "true or false", node),
        ChartFieldKind.Texts => List(field.Name, node, item => Text(field.Name, item)),
        ChartFieldKind.Objects => List(field.Name, node, item => item.Kind == YamlKind.Mapping ? Object(item, field.Fields) : Wrong(field.Name, "a list of mappings", item)),
        ChartFieldKind.Annotations => Annotations(field.Name, node),
        _ => Anything(node),
    };

    private JsonValue? Text(string name, YamlNode node) => YamlScalar.IsCollection(node) || node.Kind == YamlKind.Alias
        ? Wrong(name, "a text", node)
        : node.Text.Length > 0 ? JsonValue.Create(Printable(node.Text)) : null;

    private JsonArray? List(string name, YamlNode node, Func<YamlNode, JsonNode?> read)
    {
        if (node.Kind != YamlKind.Sequence)
        {
            Wrong(name, "a list", node);
            return null;
        }

        var items = new JsonArray();

        foreach (var item in node.Items.Select(YamlScalar.Resolve))
        {
            if (YamlScalar.IsNull(item))
            {
                Wrong(name, "a list without empty items", item);
            }
            else if (Count(item) && read(item) is { } value)
            {
                items.Add(value);
            }
        }

        return items.Count > 0 ? items : null;
    }

    private JsonObject? Annotations(string name, YamlNode node)
    {
        if (node.Kind != YamlKind.Mapping)
        {
            Wrong(name, "a mapping", node);
            return null;
        }

        var values = new JsonObject();

        foreach (var (key, value) in node.Entries.Select(entry => (entry.Key, YamlScalar.Resolve(entry.Value))))
        {
            if (YamlScalar.IsCollection(value) || value.Kind == YamlKind.Alias)
            {
                Wrong($"{name}.{key.Text}", "a text", value);
            }
            else if (Count(value))
            {
                values[key.Text] = YamlScalar.IsNull(value) ? "" : value.Text;
            }
        }

        return values.Count > 0 ? values : null;
    }

    private JsonNode? Anything(YamlNode node)
    {
        node = YamlScalar.Resolve(node);

        if (!Count(node))
        {
            return null;
        }

        switch (node.Kind)
        {
            case YamlKind.Sequence:
                return new JsonArray([.. node.Items.Select(Anything)]);

            case YamlKind.Mapping:
                var values = new JsonObject();

                foreach (var (key, value) in node.Entries)
                {
                    values[key.Text] = Anything(value);
                }

                return values;

            default:
                return YamlScalar.IsNull(node) ? null
                    : YamlScalar.IsTruth(node) ? YamlScalar.IsTrue(node)
                    : YamlScalar.IsNumber(node) && long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                    : node.Text;
        }
    }

    private JsonValue? Wrong(string name, string expected, YamlNode node)
    {
        // Braces in braces are a mapping to YAML.
        _complaints.Add(source.Text.AsSpan(node.Start).StartsWith("{{") && YamlLocator.TemplateAt(source, node.Start) is { } template
            ? StampDiagnostics.Template(source.SpotAt(node.Start), template.Text)
            : ChartDiagnostics.WrongType(source.SpotAt(node.Start), name, expected, YamlScalar.KindOf(node)));
        return null;
    }

    private bool Count(YamlNode node)
    {
        if (++_values == MostValues)
        {
            _complaints.Add(ChartDiagnostics.TooManyValues(source.SpotAt(node.Start), MostValues));
        }

        return _values < MostValues;
    }

    /// <summary>As Helm cleans it: any blank becomes a space, and what cannot be printed goes.</summary>
    private static string Printable(string text)
    {
        if (!text.Any(unit => char.IsControl(unit) || char.IsWhiteSpace(unit) || HarmlessText.IsInvisible(unit)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);

        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                clean.Append(' ');
            }
            else if (!HarmlessText.IsInvisible(unit))
            {
                clean.Append(unit);
            }
        }

        return clean.ToString();
    }
}
