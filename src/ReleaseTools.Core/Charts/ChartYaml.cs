using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>A Chart.yaml, every value of which knows its place.</summary>
internal sealed record ChartYaml(SourceText Source, YamlNode Root)
{
    public const string FileName = "Chart.yaml";

    /// <exception cref="ReleaseException">RT3… or RT7051: it cannot be read as a mapping.</exception>
    public static ChartYaml Parse(SourceText source)
    {
        var root = YamlLocator.Parse(source);

        return root is { Kind: YamlKind.Mapping }
            ? new(source, root)
            : throw new ReleaseException(ChartDiagnostics.NotAMapping(source.SpotAt(root?.Start ?? 0)));
    }

    /// <summary>A value by its key, what an alias stands for in its place; null where it is missing or empty.</summary>
    /// <exception cref="ReleaseException">RT3005: the key is there twice.</exception>
    public YamlNode? Find(string key) => YamlLocator.Find(Source, Root, key) is { } node && !YamlScalar.IsNull(YamlScalar.Resolve(node)) ? YamlScalar.Resolve(node) : null;

    /// <summary>A scalar's text; empty where it is missing or a collection.</summary>
    public string Text(string key) => Find(key)?.Text ?? "";

    public SourceSpot SpotOf(string key) => Source.SpotAt((Find(key) ?? Root).Start);

    /// <summary>Names the chart in what it becomes: <c>shop-1.4.0</c>.</summary>
    public string Name => Text("name");

    public string Version => Text("version");
}
