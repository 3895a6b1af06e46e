using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>Why the height is what it is: the path it was counted along, where that ends, and what is made of the count.</summary>
internal sealed record HeightEvidence
{
    public required int Height { get; init; }

    /// <summary>The newest commit first; empty where nothing was counted.</summary>
    public required ImmutableArray<PathStep> Path { get; init; }

    /// <summary>The commits on the path at which it might have gone another way.</summary>
    public required ImmutableArray<HeightMerge> Merges { get; init; }

    /// <summary>The parents of the path's last commit, none of which the path goes on to.</summary>
    public required ImmutableArray<HeightSide> End { get; init; }

    /// <summary>The version at the path's last commit, which may differ from today's in what does not restart the height.</summary>
    public required VersionSpec? VersionAtEnd { get; init; }

    /// <summary>Whose version the height is placed in, and whose offset is added.</summary>
    public required VersionOptions Options { get; init; }

    /// <param name="facts">With their history.</param>
    /// <param name="basis">What the version files say.</param>
    /// <exception cref="Diagnostics.ReleaseException">RT1006: the path leaves what a shallow clone holds.</exception>
    public static HeightEvidence From(VersionFacts facts, VersionBasis basis)
    {
        var history = facts.History!;
        var walk = basis.Walk(facts);
        var path = walk.Path().ToArray();
        var filters = history.FileSets.Select(files => VersionFiles.ReadOld(files)?.PathFilters).ToArray();
        int? last = path is [] ? null : path[^1];

        return new()
        {
            Height = walk.Height,
            Path = [.. path.Select(commit => new PathStep(history.Graph.Id(commit), walk.HeightOf(commit, commit), walk.Counts(commit), filters[history.States[commit]]))],
            Merges =
            [
                .. path.Where(commit => commit != last && history.Graph.Parents(commit).Length > 1)
                    .Select(commit => new HeightMerge(history.Graph.Id(commit), Sides(history, walk, commit), history.Graph.Parents(commit).IndexOf(walk.Next(commit)!.Value))),
            ],
            End = last is { } end ? Sides(history, walk, end) : [],
            VersionAtEnd = last is { } oldest ? VersionFiles.ReadOld(history.FilesOf(oldest))?.Version : null,
            Options = basis.Numbers,
        };
    }

    private static ImmutableArray<HeightSide> Sides(CommitHistory history, HeightWalk walk, int commit) =>
    [
        .. history.Graph.Parents(commit).ToArray().Select(parent => walk.HeightOf(commit, parent) is not HeightWalk.OffPath and var height
            ? new HeightSide(history.Graph.Id(parent), height, Stop: null)
            : new HeightSide(history.Graph.Id(parent), Height: null, HeightStop.Read(history.FilesOf(parent)))),
    ];
}
