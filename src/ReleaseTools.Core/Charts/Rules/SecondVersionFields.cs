using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>What came with apiVersion <c>v2</c> means nothing before it.</summary>
internal sealed class SecondVersionFields : IChartRule
{
    private static readonly string[] Keys = ["type", "dependencies"];

    public IEnumerable<Diagnostic> Check(LintedChart chart) => chart.Metadata.IsFirstVersion
        ? Keys.Where(key => chart.Yaml.Find(key) is not null).Select(key => ChartDiagnostics.NotInFirstVersion(chart.Yaml.SpotOf(key), key))
        : [];
}
