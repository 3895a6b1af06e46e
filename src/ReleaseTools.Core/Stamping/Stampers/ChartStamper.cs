using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>
/// Chart.yaml: the chart's version, which Helm demands, and the version of the application in it, which a chart may do without; and the
/// versions of those charts of the same repository that it is made of.
/// </summary>
internal sealed class ChartStamper(ChartPolicy policy) : IStamper
{
    private const string FileScheme = "file://";

    public bool Reads(ReadOnlySpan<char> path) => Path.GetFileName(path) is "Chart.yaml";

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var root = YamlLocator.Parse(source);
        var chart = YamlLocator.Find(source, root, "version") ?? throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(root?.Start ?? 0), "version"));
        var app = YamlLocator.Find(source, root, "appVersion");
        var appVersion = policy.AppVersion ?? version;

        return
        [
            .. new[] { ("version", policy.IsIndependent ? null : chart, version), ("appVersion", app, appVersion) }
                .Select(entry => (Key: entry.Item1, Node: entry.Item2, Version: entry.Item3))
                .Where(entry => entry.Node is not null && !Follows(entry.Node, chart, app))
                .Select(entry => YamlStamp.Value(source, entry.Key, entry.Node!, entry.Version))
                .Concat(Dependencies(source, root))
                .OrderBy(value => value.Start),
        ];
    }

    /// <summary>An alias of the other value says what that says.</summary>
    private static bool Follows(YamlNode node, YamlNode chart, YamlNode? app) =>
        node.Target is { } target && (ReferenceEquals(target, chart) || ReferenceEquals(target, app));

    /// <summary>Those that stand in a folder and name one version. A range goes on holding, or is for people to change.</summary>
    private IEnumerable<StampValue> Dependencies(SourceText source, YamlNode? root)
    {
        var dependencies = YamlLocator.Find(source, root, "dependencies");

        foreach (var item in (dependencies?.Items ?? []).Where(item => item.Kind == YamlKind.Mapping))
        {
            if (YamlLocator.Find(source, item, "repository") is { Text: var place } && place.StartsWith(FileScheme, StringComparison.Ordinal)
                && YamlLocator.Find(source, item, "version") is { Kind: not YamlKind.Alias } pinned && SemanticVersion.TryParse(pinned.Text, out _)
                && policy.VersionOf(place[FileScheme.Length..]) is { } version)
            {
                yield return YamlStamp.Value(source, "dependencies.version", pinned, version);
            }
        }
    }
}
