using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace ReleaseTools.Charts;

/// <summary>What a chart says of itself, as Helm reads it and writes it into an artifact's configuration and an index.</summary>
/// <param name="Values">By the keys of Chart.yaml, in Helm's order.</param>
internal sealed record ChartMetadata(JsonObject Values)
{
    public string Name => Text("name");

    public string Version => Text("version");

    public string AppVersion => Text("appVersion");

    /// <summary>A chart that says none is one of the first version.</summary>
    public bool IsFirstVersion => Text("apiVersion") is "" or "v1";

    /// <summary>As files are called that hold it.</summary>
    public string FileName => $"{Name}-{Version}.tgz";

    public ImmutableArray<JsonObject> Dependencies => Objects("dependencies");

    /// <summary>The keys under which values go to the dependencies.</summary>
    public IEnumerable<string> DependencyKeys => Dependencies.Select(dependency => TextOf(dependency, "alias") is { Length: > 0 } alias ? alias : TextOf(dependency, "name"));

    public ImmutableArray<JsonObject> Maintainers => Objects("maintainers");

    /// <summary>With the dependencies that a chart of the first version has in a file of their own.</summary>
    /// <exception cref="ReleaseException">RT3… or RT70…: Helm would not load it.</exception>
    public static ChartMetadata Of(ChartSource source)
    {
        var metadata = Of(source.ReadChartYaml());

        if (source.Find("requirements.yaml") is { } file && source.Text(file) is var text && YamlLocator.Parse(text) is { Kind: YamlKind.Mapping } root
            && ChartMetadataReader.Read(new ChartYaml(text, root)).Metadata["dependencies"] is { } dependencies)
        {
            metadata.Values["dependencies"] = dependencies.DeepClone();
        }

        return metadata;
    }

    private static ChartMetadata Of(ChartYaml chart)
    {
        var (values, complaints) = ChartMetadataReader.Read(chart);
        var metadata = new ChartMetadata(values);
        Diagnostic[] errors = [.. complaints.Concat(ChartRequirements.Check(chart, metadata)).Where(complaint => complaint.Severity == Severity.Error)];

        return errors is [] ? metadata : throw new ReleaseException(errors);
    }

    public string Text(string key) => TextOf(Values, key);

    public static string TextOf(JsonObject values, string key) => values[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private ImmutableArray<JsonObject> Objects(string key) => Values[key] is JsonArray items ? [.. items.OfType<JsonObject>()] : [];
}
