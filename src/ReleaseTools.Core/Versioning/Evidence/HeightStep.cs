using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A commit on the path the height was counted along.</summary>
/// <param name="Commit">Its name.</param>
/// <param name="Height">Counted from the path's end up to here.</param>
/// <param name="Counts">Whether it added to the height.</param>
/// <param name="Filters">The filters it was judged by, its own version file's; null where every commit counts.</param>
internal sealed record HeightStep(CommitId Commit, int Height, bool Counts, PathFilterList? Filters);
