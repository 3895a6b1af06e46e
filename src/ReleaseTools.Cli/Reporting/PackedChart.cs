using ReleaseTools.Charts;

namespace ReleaseTools.Cli.Reporting;

/// <summary>A chart and the file it was packaged into.</summary>
internal sealed record PackedChart(ChartPackage Package, string Path);
