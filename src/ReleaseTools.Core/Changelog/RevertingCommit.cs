using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>A commit that says it takes something back.</summary>
/// <param name="Number">Its number in the graph.</param>
/// <param name="Notes">What it takes back.</param>
/// <param name="SaysMore">Whether it does more than that: what is new or breaks something is there however much it takes back, and so is what has a subject of its own.</param>
internal sealed record RevertingCommit(int Number, ImmutableArray<RevertNote> Notes, bool SaysMore);
