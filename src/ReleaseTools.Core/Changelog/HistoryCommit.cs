namespace ReleaseTools.Changelog;

/// <summary>A commit of a history.</summary>
/// <param name="Number">Its number in the graph.</param>
/// <param name="Reading">What it says.</param>
/// <param name="Time">When it was written, in seconds; a cherry-pick keeps it.</param>
/// <param name="IsMerge">Whether it has more than one parent.</param>
internal sealed record HistoryCommit(int Number, CommitReading Reading, long Time, bool IsMerge);
