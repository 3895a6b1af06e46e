using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>A chart of apiVersion <c>v2</c> keeps its dependencies in Chart.yaml.</summary>
internal sealed class FirstVersionFiles : IChartRule
{
    private static readonly (string File, string Other)[] Files = [("requirements.yaml", "'dependencies' in Chart.yaml"), ("requirements.lock", "Chart.lock")];

    public IEnumerable<Diagnostic> Check(LintedChart chart) => Files
        .Where(pair => !chart.Metadata.IsFirstVersion && chart.Source.Find(pair.File) is not null)
        .Select(pair => ChartDiagnostics.RequirementsFile(chart.Source.SpotOf(pair.File), pair.File, pair.Other));
}
