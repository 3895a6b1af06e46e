using System.Collections.Immutable;
using ReleaseTools.Charts.Rules;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts;

/// <summary>Holds a chart to every rule.</summary>
internal static class ChartLint
{
    /// <param name="source">The chart.</param>
    /// <param name="ignore">Its <c>.helmignore</c>.</param>
    /// <param name="isStrict">Whether warnings are errors, but for advice.</param>
    /// <returns>What was found, in the order of the places; errors ask for exit 1.</returns>
    public static ImmutableArray<Diagnostic> Run(ChartSource source, HelmIgnore ignore, bool isStrict) => Judge(Findings(source, ignore), isStrict);

    /// <summary>Findings as a check reports them.</summary>
    public static ImmutableArray<Diagnostic> Judge(IEnumerable<Diagnostic> findings, bool isStrict) =>
    [
        .. findings.Distinct()
            .Select(finding => finding with
            {
                Exit = ExitCode.No,
                Severity = isStrict && !ChartDiagnostics.IsAdvice(finding) ? Severity.Error : finding.Severity,
            })
            .OrderBy(finding => finding.Spot?.File, StringComparer.Ordinal).ThenBy(finding => finding.Spot?.Line).ThenBy(finding => finding.Spot?.Column).ThenBy(finding => finding.Code, StringComparer.Ordinal),
    ];

    private static IEnumerable<Diagnostic> Findings(ChartSource source, HelmIgnore ignore)
    {
        ChartYaml yaml;

        try
        {
            yaml = source.ReadChartYaml();
        }
        catch (ReleaseException stop)
        {
            return stop.Diagnostics;
        }

        var (values, complaints) = ChartMetadataReader.Read(yaml);
        var chart = new LintedChart(source, ignore, yaml, new ChartMetadata(values));
        return complaints.Concat(ChartRules.All.SelectMany(rule => Check(rule, chart)));
    }

    /// <summary>What a rule cannot read is a finding as well, and the other rules go on.</summary>
    private static IReadOnlyList<Diagnostic> Check(IChartRule rule, LintedChart chart)
    {
        try
        {
            return [.. rule.Check(chart)];
        }
        catch (ReleaseException stop)
        {
            return stop.Diagnostics;
        }
    }
}
