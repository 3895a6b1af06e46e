using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts;

/// <summary>A chart and the charts in it, each with its files in the order in which Helm packages them.</summary>
internal sealed record ChartLayout(ChartYaml Yaml, ChartMetadata Metadata, ImmutableArray<ChartFile> Files, ImmutableArray<ChartLayout> Charts)
{
    private const string Folder = "charts/";

    /// <summary>Dependencies that no chart of the folder is.</summary>
    public IEnumerable<(SourceSpot Spot, string Name)> FindMissing()
    {
        var present = Charts.Select(chart => chart.Metadata.Name).ToHashSet();

        return Metadata.Dependencies.Index()
            .Select(one => (Spot: ChartRequirements.SpotOf(Yaml, one.Index), Name: ChartMetadata.TextOf(one.Item, "name")))
            .Where(one => !present.Contains(one.Name));
    }

    /// <exception cref="ReleaseException">RT3… or RT70…: Helm would not load it.</exception>
    public static ChartLayout Of(ChartSource source) => Of(source, new ChartBudget(source.Place), depth: 0);

    private static ChartLayout Of(ChartSource source, ChartBudget budget, int depth)
    {
        if (depth > ChartLimits.Depth)
        {
            throw new ReleaseException(ChartDiagnostics.ChartTooLarge(source.Place));
        }

        var yaml = source.ReadChartYaml();
        var metadata = ChartMetadata.Of(source);
        var own = source.Files.Where(file => !IsInChart(file.Path) && !(metadata.IsFirstVersion && file.Path == "Chart.lock"));
        var charts = Subcharts(source, budget).Select(chart => (chart.Place, Layout: Of(chart, budget, depth + 1))).ToArray();

        foreach (var same in charts.GroupBy(chart => chart.Layout.Metadata.Name).Where(same => same.Count() > 1))
        {
            throw new ReleaseException(ChartDiagnostics.SubchartTwice(same.ElementAt(0).Place, same.ElementAt(1).Place, same.Key));
        }

        return new(yaml, metadata, [.. own.OrderBy(file => Rank(file.Path)).ThenBy(file => file.Path, StringComparer.Ordinal)], [.. charts.Select(chart => chart.Layout).OrderBy(chart => chart.Metadata.Name, StringComparer.Ordinal)]);
    }

    public IEnumerable<ChartFile> Entries(string prefix) =>
        Files.Select(file => file with { Path = prefix + file.Path }).Concat(Charts.SelectMany(chart => chart.Entries($"{prefix}{Folder}{chart.Metadata.Name}/")));

    /// <summary>The charts in the folder <c>charts</c>: folders, and archives, which are unpacked. Names with a dot or an underscore before them are passed over.</summary>
    /// <exception cref="ReleaseException">RT7086: something else lies there.</exception>
    public static IEnumerable<ChartSource> Subcharts(ChartSource source, ChartBudget budget)
    {
        var inside = source.Files.Where(file => IsInChart(file.Path)).ToArray();

        foreach (var chart in inside.GroupBy(file => file.Path.Split('/')[1]).Where(chart => chart.Key[0] is not ('.' or '_')))
        {
            var path = Folder + chart.Key;
            var file = chart.FirstOrDefault(file => file.Path == path);

            yield return file is null ? new ChartSource(source.NameOf(path), [.. chart.Select(file => file with { Path = file.Path[(path.Length + 1)..] })])
                : path.EndsWith(".tgz", StringComparison.Ordinal) ? ChartArchive.Parse(source.NameOf(path), file.Content, budget).Source
                : throw new ReleaseException(ChartDiagnostics.StrayFile(source.SpotOf(path)));
        }
    }

    /// <summary>A signature beside an archive is a plain file of the chart around it.</summary>
    private static bool IsInChart(string path) => path.StartsWith(Folder, StringComparison.Ordinal) && !path.EndsWith(".prov", StringComparison.Ordinal);

    private static int Rank(string path) => path switch
    {
        ChartYaml.FileName => 0,
        "Chart.lock" => 1,
        "values.yaml" => 2,
        "values.schema.json" => 3,
        _ => path.StartsWith("templates/", StringComparison.Ordinal) ? 4 : 5,
    };
}
