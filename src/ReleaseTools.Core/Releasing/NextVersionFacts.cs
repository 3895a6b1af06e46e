using System.Collections.Frozen;
using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>Everything the next version follows from, as git says it at one moment.</summary>
internal sealed record NextVersionFacts
{
    /// <summary>The release tags of the whole repository.</summary>
    public required ImmutableArray<ReleaseTag> Tags { get; init; }

    /// <summary>Those on the commit in question, or on one behind it.</summary>
    public required ImmutableArray<ReleaseTag> Released { get; init; }

    /// <summary>The commits since <see cref="Last"/>, the newest first.</summary>
    public required ImmutableArray<CommitRecord> Commits { get; init; }

    /// <summary>The commits that touch the paths in question; null where there are no path filters.</summary>
    public FrozenSet<CommitId>? Relevant { get; init; }

    /// <summary>What the version file says.</summary>
    public required VersionOptions Options { get; init; }

    /// <summary>The last release, or null before the first.</summary>
    public ReleaseTag? Last => LastOf(Released);

    /// <summary>The highest stable version, so that none after it is lower. Where two tags say the same, the first.</summary>
    public static ReleaseTag? LastOf(IEnumerable<ReleaseTag> released) =>
        released.Where(tag => !tag.Version.IsPrerelease).MaxBy(tag => tag.Version, VersionComparer.VersionRelease);
}
