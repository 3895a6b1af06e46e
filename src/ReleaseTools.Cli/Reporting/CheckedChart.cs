using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Reporting;

/// <summary>A chart, as it was named, and what was found in it.</summary>
internal sealed record CheckedChart(string Place, ImmutableArray<Diagnostic> Findings)
{
    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Length - Errors;
}
