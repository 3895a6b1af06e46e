namespace ReleaseTools.Charts;

/// <summary>A file of a chart.</summary>
/// <param name="Path">From the chart's folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ChartFile(string Path, ReadOnlyMemory<byte> Content);
