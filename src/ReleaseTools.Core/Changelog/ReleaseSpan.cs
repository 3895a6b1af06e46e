using System.Collections.Immutable;
using NuGet.Versioning;

namespace ReleaseTools.Changelog;

/// <summary>The commits that came with a release, or wait for the next one.</summary>
internal sealed record ReleaseSpan
{
    /// <summary>Their numbers, the newest first.</summary>
    public required ImmutableArray<int> Commits { get; init; }

    /// <summary>The release's tag, or null where there is none yet.</summary>
    public string? Tag { get; init; }

    public SemanticVersion? Version { get; init; }

    /// <summary>The tag of the release before it in its line, or null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>The commit of <see cref="Previous"/>, or any other that the range begins behind, by its number; null where it begins with the first.</summary>
    public int? After { get; init; }

    /// <summary>What came in beside the line of the last release; null where nothing did.</summary>
    public SideBranches? Sides { get; init; }

    /// <summary>What that release had and <see cref="Sides"/> had not.</summary>
    public ImmutableArray<int> Released { get; init; } = [];

    /// <summary>When its last commit was made, or null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The part of the repository it is about, or null for all of it.</summary>
    public string? Component { get; init; }

    /// <summary>Whether a commit touches that part; null where all do.</summary>
    public Func<int, bool>? IsRelevant { get; init; }
}
