using System.Collections.Immutable;

namespace ReleaseTools.Images;

/// <summary>The image a publish is about.</summary>
/// <param name="Tag">The exact one.</param>
/// <param name="Platforms">What it is to run on.</param>
/// <param name="Revision">The commit its label says it is of; empty where it says none, or something else.</param>
/// <param name="Version">As its label is to say it.</param>
/// <param name="IsReleased">Whether the tag names a stable release, which is never given another content.</param>
/// <param name="IsClean">Whether the working tree holds what the commit holds, and nothing else; null where they could not be compared.</param>
internal sealed record WantedImage(string Tag, ImmutableArray<ImagePlatform> Platforms, string Revision, string Version, bool IsReleased, bool? IsClean)
{
    /// <summary>Why files may not be those of the commit, for messages.</summary>
    public string TreeWords => IsClean == false ? "the working tree has changes that are not committed" : "the working tree could not be compared with its commit";
}
