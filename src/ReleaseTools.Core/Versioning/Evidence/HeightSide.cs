using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A parent of a commit on the path: how high it stands, or why it belongs to no path.</summary>
/// <param name="Commit">Its name.</param>
/// <param name="Height">Its height, or null where the path does not go on to it.</param>
/// <param name="Stop">Why the path does not go on to it, or null where it may.</param>
internal sealed record HeightSide(CommitId Commit, int? Height, HeightStop? Stop);
