using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>Where a path ended on the search for a release.</summary>
/// <param name="Commit">The release's, or one without parents.</param>
/// <param name="Tag">The release's name, or null where there is none.</param>
/// <param name="Version">The release's, or the one that stands for none.</param>
/// <param name="Height">Commits on the way that count.</param>
internal sealed record TagEnd(CommitId Commit, string? Tag, string Version, int Height);
