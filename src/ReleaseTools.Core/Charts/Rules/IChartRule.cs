using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>One thing that a chart is held to.</summary>
internal interface IChartRule
{
    IEnumerable<Diagnostic> Check(LintedChart chart);
}
