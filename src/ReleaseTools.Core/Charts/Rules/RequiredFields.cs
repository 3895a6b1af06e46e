using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>What Helm loads no chart without.</summary>
internal sealed class RequiredFields : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart) => ChartRequirements.Check(chart.Yaml, chart.Metadata);
}
