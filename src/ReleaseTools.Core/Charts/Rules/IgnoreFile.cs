using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>An exclamation mark in <c>.helmignore</c> hardly ever does what its author had in mind.</summary>
internal sealed class IgnoreFile : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart) => chart.Ignore.Negations.Select(ChartDiagnostics.NegatedPattern);
}
