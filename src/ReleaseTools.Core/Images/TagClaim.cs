using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Images;

/// <summary>What an image may take from another one that has a tag of it already.</summary>
/// <param name="Version">As its label says it.</param>
/// <param name="Revision">The commit its label says it is of; empty where it says none, or something else.</param>
/// <param name="IsReleased">Whether its exact tags name a stable release: they are taken from no other image.</param>
/// <param name="IsKept">Whether it was there before, and is not pushed now.</param>
internal sealed record TagClaim(string Version, string Revision, bool IsReleased, bool IsKept)
{
    public bool IsExact(ImmutableArray<string> tags, string tag) => FloatingTag.IsExact(tags, tag, IsReleased ? Version : "");

    /// <summary>Whether a floating tag may go from a version to this one; to a release as its push would have taken it, which may have broken off.</summary>
    public bool MayTakeFrom(string version) => IsKept && !IsReleased ? FloatingTag.MayMove(version, Version) : !FloatingTag.IsLater(version, Version);

    /// <summary>Why an exact tag of a release stays where it is.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="source">Where the image is.</param>
    /// <param name="digest">What it is there.</param>
    /// <param name="other">What has the tag elsewhere.</param>
    public Diagnostic Refuse(string tag, ImagePlace source, Digest digest, FoundImage other) => Revision.Length > 0 && other.Revision == Revision
        ? RegistryDiagnostics.ReleaseDiffers(source.With(tag), digest.Text, other.Place.With(tag), other.Manifest.Digest.Text)
        : RegistryDiagnostics.ReleaseTaken(other.Place.With(tag), other.Beside(Revision));
}
