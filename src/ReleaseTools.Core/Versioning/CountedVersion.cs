using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>What a scheme makes of a history, before anything is known of who asks.</summary>
internal sealed record CountedVersion
{
    public required VersionScheme Scheme { get; init; }

    /// <summary>The four numbers; numbers the scheme does not give are -1.</summary>
    public required Version Numbers { get; init; }

    /// <summary>Where the height stands in the numbers; <see cref="HeightPosition.None"/> where versions come from tags.</summary>
    public required HeightPosition HeightPosition { get; init; }

    /// <summary>With its leading hyphen, or empty.</summary>
    public required string Prerelease { get; init; }

    /// <summary>Without its plus sign, or empty.</summary>
    public string BuildMetadata { get; init; } = "";

    /// <summary>The commits counted.</summary>
    public required int Height { get; init; }

    /// <summary>The commit that stands in the version.</summary>
    public required CommitId Commit { get; init; }

    /// <summary>Name of the release the version follows; null where there is none.</summary>
    public string? ReleaseTag { get; init; }

    /// <summary>Whether a release of this very commit says what its version is.</summary>
    public bool IsReleased { get; init; }

    public ImmutableArray<Diagnostic> Remarks { get; init; } = [];
}
