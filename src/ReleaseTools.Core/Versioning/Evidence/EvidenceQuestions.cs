using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>What must be looked up besides to tell of a version.</summary>
/// <param name="Commits">Commits to be told by a line.</param>
/// <param name="Changes">Commits whose changed paths are asked for, to find the filter that decided.</param>
internal sealed record EvidenceQuestions(ImmutableArray<CommitId> Commits, ImmutableArray<CommitId> Changes)
{
    /// <summary>As many of a kind as are told where not everything is.</summary>
    public const int Few = 3;

    /// <param name="facts">The version's.</param>
    /// <param name="isFull">Whether every commit of the path is told, and not only the first few.</param>
    public static EvidenceQuestions From(VersionFacts facts, bool isFull)
    {
        var height = HeightEvidence.From(facts, VersionBasis.From(facts));
        var path = height.Path.Select(step => step.Commit);
        var filtered = height.Filtered.Select(step => step.Commit);

        return isFull
            ? new([.. path.Prepend(facts.Head.Id).Distinct()], [.. height.Path.Where(step => step.Filters is not null).Select(step => step.Commit)])
            : new([.. filtered.Take(Few).Concat(height.Merges.Take(Few).Select(merge => merge.Commit)).Concat(path.TakeLast(1)).Prepend(facts.Head.Id).Distinct()], [.. filtered.Take(Few)]);
    }
}
