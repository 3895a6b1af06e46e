using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts.Rules;

/// <summary>A chart's version is exactly one of Semantic Versioning 2.0.</summary>
internal sealed class ExactVersion : IChartRule
{
    public IEnumerable<Diagnostic> Check(LintedChart chart) =>
        chart.Metadata.Version is { Length: > 0 } version && (version[0] == 'v' || !SemVerSyntax.IsVersion(version))
            ? [ChartDiagnostics.LooseVersion(chart.Yaml.SpotOf("version"), version)]
            : [];
}
