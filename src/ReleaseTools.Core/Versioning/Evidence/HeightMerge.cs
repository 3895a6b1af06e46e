using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A merge on the path: its parents in order, and which of them the path goes on to.</summary>
internal sealed record HeightMerge(CommitId Commit, ImmutableArray<HeightSide> Sides, int Taken);
