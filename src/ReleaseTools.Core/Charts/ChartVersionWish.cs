namespace ReleaseTools.Charts;

/// <summary>What a packaged Chart.yaml is to say.</summary>
/// <param name="Version">Null for the version of the folder.</param>
/// <param name="AppVersion">Null for the chart's version, where Chart.yaml has the key.</param>
/// <param name="IsAsItIs">Whether it is to say what it says in the folder.</param>
internal sealed record ChartVersionWish(string? Version, string? AppVersion, bool IsAsItIs);
