using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A commit on the path that was counted.</summary>
/// <param name="Commit">Its name.</param>
/// <param name="Height">Counted from the path's end up to here.</param>
/// <param name="Counts">Whether it added to the height.</param>
/// <param name="Filters">The filters it was judged by; null where every commit counts.</param>
internal sealed record PathStep(CommitId Commit, int Height, bool Counts, PathFilterList? Filters);
