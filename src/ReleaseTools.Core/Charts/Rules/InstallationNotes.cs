using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts.Rules;

/// <summary>The notes for whoever installed the chart are where Helm looks for them.</summary>
internal sealed class InstallationNotes : IChartRule
{
    private const string Name = "NOTES.txt";
    private const string Right = $"templates/{Name}";

    public IEnumerable<Diagnostic> Check(LintedChart chart) => chart.Source.Files
        .Where(file => file.Path == Name || (file.Path != Right && file.Path.Equals(Right, StringComparison.OrdinalIgnoreCase)))
        .Select(file => ChartDiagnostics.NotesElsewhere(chart.Source.SpotOf(file.Path)));
}
