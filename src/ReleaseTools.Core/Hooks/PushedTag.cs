using System.Collections.Immutable;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Hooks;

/// <summary>A tag that is pushed, and what it is held against.</summary>
internal sealed record PushedTag
{
    /// <summary>The tag, and the commit behind it; the object behind it where that is none.</summary>
    public required GitTag Tag { get; init; }

    /// <summary>Whether it stands on a commit, and not on a file or a folder, which is no release under any name.</summary>
    public bool IsOnCommit { get; init; } = true;

    /// <summary>Whether it is an object of its own, with a message and an author.</summary>
    public required bool IsAnnotated { get; init; }

    /// <summary>The settings of every component at that commit, or at HEAD where it is none; those of the root first.</summary>
    public required ImmutableArray<VersionOptions> Components { get; init; }

    /// <summary>What it stands on at the other side, where that is another commit; null where it is new there.</summary>
    public CommitId? Published { get; init; }

    /// <summary>All tags known here.</summary>
    public required KnownTags Tags { get; init; }

    /// <summary>The tagged commits before this one's.</summary>
    public required IReadOnlySet<CommitId> Behind { get; init; }

    /// <summary>The tagged commits built on this one's.</summary>
    public required IReadOnlySet<CommitId> Ahead { get; init; }
}
