namespace ReleaseTools.Charts;

/// <summary>How large a chart may be: Helm's own bounds, and some on numbers, which Helm has not.</summary>
internal static class ChartLimits
{
    public const long FileBytes = 5 * 1024 * 1024;

    public const long ChartBytes = 100 * 1024 * 1024;

    public const int Files = 20_000;

    /// <summary>How many are followed, each as often as it is met.</summary>
    public const int Links = 2_000;

    /// <summary>How deep charts may lie in charts.</summary>
    public const int Depth = 16;
}
