using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts.Rules;

/// <summary>What a chart depends on is in <c>charts</c> or locked, and nothing else is in <c>charts</c>.</summary>
internal sealed class Dependencies : IChartRule
{
    private static readonly string[] LockFiles = ["Chart.lock", "requirements.lock"];

    public IEnumerable<Diagnostic> Check(LintedChart chart)
    {
        var named = Named(chart).ToArray();
        var names = named.Select(one => one.Name).ToHashSet();
        var present = ChartLayout.Subcharts(chart.Source, new ChartBudget(chart.Source.Place)).Select(source => source.ReadChartYaml()).ToArray();
        var known = LockFiles.Select(chart.Source.Find).OfType<ChartFile>().SelectMany(file => Names(chart.Source.Text(file))).Concat(present.Select(there => there.Name)).ToHashSet();

        return named.Where(one => !known.Contains(one.Name)).Select(one => ChartDiagnostics.DependencyMissing(one.Spot, one.Name))
            .Concat(present.Where(there => !names.Contains(there.Name)).Select(there => ChartDiagnostics.DependencyUnlisted(there.SpotOf("name"), there.Name)));
    }

    /// <summary>A chart of the first version has its dependencies in a file of their own.</summary>
    private static IEnumerable<(string Name, SourceSpot Spot)> Named(LintedChart chart)
    {
        var own = chart.Metadata.Dependencies.Index().Select(one => (ChartMetadata.TextOf(one.Item, "name"), ChartRequirements.SpotOf(chart.Yaml, one.Index)));

        return chart.Source.Find("requirements.yaml") is { } file
            ? own.Concat(Names(chart.Source.Text(file)).Select(name => (name, chart.Source.SpotOf(file.Path))))
            : own;
    }

    private static IEnumerable<string> Names(SourceText source) =>
        (YamlLocator.Find(source, YamlLocator.Parse(source), "dependencies")?.Items ?? []).Select(item => YamlLocator.Find(source, item, "name")?.Text ?? "");
}
