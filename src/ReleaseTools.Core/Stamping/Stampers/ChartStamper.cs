using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>Chart.yaml: the chart's version, which Helm demands, and the version of the application in it, which a chart may do without.</summary>
internal sealed class ChartStamper : IStamper
{
    public bool Reads(string path) => Path.GetFileName(path) == "Chart.yaml";

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var root = YamlLocator.Parse(source);
        var chart = YamlLocator.Find(source, root, "version") ?? throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(root?.Start ?? 0), "version"));
        var app = YamlLocator.Find(source, root, "appVersion");

        return
        [
            .. new[] { ("version", chart), ("appVersion", app) }
                .Select(entry => (Key: entry.Item1, Node: entry.Item2))
                .Where(entry => entry.Node is not null && !Follows(entry.Node, chart, app))
                .Select(entry => YamlStamp.Value(source, entry.Key, entry.Node!, version))
                .OrderBy(value => value.Start),
        ];
    }

    /// <summary>An alias of the other value says what that says.</summary>
    private static bool Follows(YamlNode node, YamlNode chart, YamlNode? app) =>
        node.Target is { } target && (ReferenceEquals(target, chart) || ReferenceEquals(target, app));
}
