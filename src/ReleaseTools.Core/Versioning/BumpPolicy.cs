namespace ReleaseTools.Versioning;

/// <summary>What version.json says under <c>releaseTools.bump</c>: what a change means where Semantic Versioning leaves it open.</summary>
internal sealed record BumpPolicy
{
    public static BumpPolicy Default { get; } = new();

    /// <summary>What a breaking change raises before 1.0.0.</summary>
    public Bump BreakingBelowOne { get; init; } = Bump.Minor;

    /// <summary>What a feature raises before 1.0.0.</summary>
    public Bump FeatureBelowOne { get; init; } = Bump.Minor;

    /// <summary>What a commit raises that is neither a breaking change nor a feature nor a fix.</summary>
    public Bump Other { get; init; } = Bump.None;

    /// <summary>What a change raises after a release of this major version.</summary>
    public Bump For(Bump change, int major) => (change, major) switch
    {
        (Bump.None, _) => Other,
        (Bump.Minor, 0) => FeatureBelowOne,
        (Bump.Major, 0) => BreakingBelowOne,
        _ => change,
    };
}
