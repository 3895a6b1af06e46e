using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>The version a release would have now, and the evidence for it, commit by commit.</summary>
internal sealed record NextVersion
{
    /// <summary>The tag of the last release, or null before the first.</summary>
    public required ReleaseTag? Last { get; init; }

    /// <summary>What the commits call for together, or the user.</summary>
    public required Bump Bump { get; init; }

    /// <summary>Null where nothing calls for a release.</summary>
    public required SemanticVersion? Version { get; init; }

    /// <summary>What decided beside the commits, a sentence each.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>What each commit since the last release calls for, the newest first.</summary>
    public required ImmutableArray<CommitCall> Commits { get; init; }

    /// <summary>The last release's version; 0.0.0 before the first.</summary>
    public SemanticVersion Base => Last?.Version ?? NextVersionCalculator.Nothing;
}
