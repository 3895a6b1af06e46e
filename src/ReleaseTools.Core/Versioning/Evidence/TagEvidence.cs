using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>Why a version follows the release it follows: the ends the search came to, the way to the one that counts, and what was made of it.</summary>
internal sealed record TagEvidence
{
    /// <summary>The highest, which counts.</summary>
    public required TagEnd Found { get; init; }

    /// <summary>All others, the highest first.</summary>
    public required ImmutableArray<TagEnd> Others { get; init; }

    /// <summary>The newest commit first, down to the one before the end.</summary>
    public required ImmutableArray<PathStep> Path { get; init; }

    public required VersionOptions Options { get; init; }

    /// <summary>Whether the release is on the very commit.</summary>
    public required bool IsReleased { get; init; }

    /// <summary>Whether the end is a prerelease, which the height goes behind, or no release at all.</summary>
    public required bool IsPrerelease { get; init; }

    /// <summary>What follows from the release alone.</summary>
    public required string Next { get; init; }

    /// <summary>Whether that is below the least version.</summary>
    public required bool IsRaised { get; init; }

    /// <param name="facts">With their history.</param>
    /// <param name="options">What version.json says.</param>
    /// <exception cref="Diagnostics.ReleaseException">RT1020 or RT1021: no version follows from these tags.</exception>
    public static TagEvidence From(VersionFacts facts, VersionOptions options)
    {
        var graph = facts.History!.Graph;
        var walk = TagScheme.Walk(facts, options);
        var next = TagVersion.After(walk.Found, options.Tags, floor: null);

        return new()
        {
            Found = End(graph, walk.Found),
            Others = [.. walk.Ends.Where(end => end != walk.Found).OrderByDescending(end => end.Version).Select(end => End(graph, end))],
            Path = Steps(facts, [.. walk.Path().Select(graph.Id)], walk.Found.Height),
            Options = options,
            IsReleased = walk.Found.IsOnStart,
            IsPrerelease = walk.Found.Version.IsPrerelease,
            Next = next.ToNormalizedString(),
            IsRaised = !walk.Found.IsOnStart && TagVersion.IsBelow(next, options.Version),
        };
    }

    private static TagEnd End(CommitGraph graph, TagFinding end) => new(graph.Id(end.Commit), end.Tag?.Name, end.Version.ToNormalizedString(), end.Height);

    private static ImmutableArray<PathStep> Steps(VersionFacts facts, CommitId[] path, int height)
    {
        var filters = TagScheme.Filters(facts);
        var steps = ImmutableArray.CreateBuilder<PathStep>();

        // The end itself is not counted.
        foreach (var commit in path[..^1])
        {
            var counts = filters is null || facts.Answers.Relevant[filters].Contains(commit);
            steps.Add(new(commit, height, counts, filters));
            height -= counts ? 1 : 0;
        }

        return steps.ToImmutable();
    }
}
