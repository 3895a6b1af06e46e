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
        var basis = VersionBasis.From(facts);

        return basis.Scheme == VersionScheme.Tags
            ? From(facts, TagEvidence.From(facts, basis.Options), isFull ? int.MaxValue : Few)
            : From(facts, HeightEvidence.From(facts, basis), isFull ? int.MaxValue : Few);
    }

    private static EvidenceQuestions From(VersionFacts facts, HeightEvidence height, int few) =>
        On(facts, height.Path, [.. height.Merges.Take(few).Select(merge => merge.Commit), .. height.Path.TakeLast(1).Select(step => step.Commit)], few);

    private static EvidenceQuestions From(VersionFacts facts, TagEvidence tags, int few) =>
        On(facts, tags.Path, [tags.Found.Commit, .. tags.Others.Take(few).Select(end => end.Commit)], few);

    private static EvidenceQuestions On(VersionFacts facts, ImmutableArray<PathStep> path, ImmutableArray<CommitId> others, int few)
    {
        var told = path.Where(step => few == int.MaxValue || !step.Counts).Take(few).ToArray();
        return new([.. told.Select(step => step.Commit).Concat(others).Prepend(facts.Head.Id).Distinct()], [.. told.Where(step => step.Filters is not null).Select(step => step.Commit)]);
    }
}
