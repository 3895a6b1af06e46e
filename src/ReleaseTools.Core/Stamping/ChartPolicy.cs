namespace ReleaseTools.Stamping;

/// <summary>What a chart's values are to say beside the version.</summary>
internal sealed record ChartPolicy
{
    /// <summary>One version for everything, and no sub-charts that are known.</summary>
    public static ChartPolicy Lockstep { get; } = new();

    /// <summary>Whether the chart's version is its own, so that only that of the application in it is written.</summary>
    public bool IsIndependent { get; init; }

    /// <summary>Null where it is the version.</summary>
    public string? AppVersion { get; init; }

    /// <summary>The version that a chart will have which is named by its path from this one's folder; null where it keeps what it has.</summary>
    public Func<string, string?> VersionOf { get; init; } = _ => null;
}
