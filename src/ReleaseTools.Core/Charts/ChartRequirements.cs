using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>What Chart.yaml must say so that Helm loads the chart at all.</summary>
internal static partial class ChartRequirements
{
    private static readonly string[] Needed = ["apiVersion", "name", "version"];
    private static readonly string[] Versions = ["version", "appVersion"];

    public static IEnumerable<Diagnostic> Check(ChartYaml chart, ChartMetadata metadata)
    {
        foreach (var key in Needed.Where(key => chart.Find(key) is null or { Text.Length: 0, Kind: not (YamlKind.Mapping or YamlKind.Sequence) }))
        {
            yield return ChartDiagnostics.MissingField(chart.SpotOf(key), key);
        }

        if (metadata.Text("apiVersion") is not ("" or "v1" or "v2") and var api)
        {
            yield return ChartDiagnostics.BadApiVersion(chart.SpotOf("apiVersion"), api);
        }

        if (metadata.Name is { Length: > 0 } name && (name is "." or ".." || name.AsSpan().IndexOfAny('/', '\\') >= 0))
        {
            yield return ChartDiagnostics.BadName(chart.SpotOf("name"), name);
        }

        foreach (var key in Versions.Where(key => chart.Find(key) is { } node && !YamlScalar.IsString(node) && !YamlScalar.IsCollection(node)))
        {
            yield return ChartDiagnostics.WrongType(chart.SpotOf(key), key, "a text", YamlScalar.KindOf(chart.Find(key)!));
        }

        if (metadata.Version is { Length: > 0 } version && !LooseVersion().IsMatch(version))
        {
            yield return ChartDiagnostics.BadVersion(chart.SpotOf("version"), version);
        }

        if (metadata.Text("type") is not ("" or "application" or "library") and var type)
        {
            yield return ChartDiagnostics.BadType(chart.SpotOf("type"), type);
        }

        foreach (var complaint in CheckDependencies(chart, metadata))
        {
            yield return complaint;
        }
    }

    private static IEnumerable<Diagnostic> CheckDependencies(ChartYaml chart, ChartMetadata metadata)
    {
        var names = new HashSet<string>();

        foreach (var (index, dependency) in metadata.Dependencies.Index())
        {
            var alias = ChartMetadata.TextOf(dependency, "alias");
            var name = alias.Length > 0 ? alias : ChartMetadata.TextOf(dependency, "name");

            if (alias.Length > 0 && !Alias().IsMatch(alias))
            {
                yield return ChartDiagnostics.BadAlias(SpotOf(chart, index), alias);
            }

            if (!names.Add(name))
            {
                yield return ChartDiagnostics.DependencyTwice(SpotOf(chart, index), name);
            }
        }
    }

    /// <summary>Where a dependency stands; the list's own place where it holds items that are none.</summary>
    public static SourceSpot SpotOf(ChartYaml chart, int dependency) =>
        YamlLocator.Find(chart.Source, chart.Root, "dependencies", $"{dependency}") is { } node ? chart.Source.SpotAt(node.Start) : chart.SpotOf("dependencies");

    /// <summary>As Helm takes it: with a <c>v</c>, and with numbers left out; one that is not exact is complained of elsewhere.</summary>
    [GeneratedRegex(@"\Av?[0-9]+(?:\.[0-9]+){0,2}(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex LooseVersion();

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Alias();
}
