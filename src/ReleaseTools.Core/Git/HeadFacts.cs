using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>What git says of the commit a version is asked for.</summary>
internal sealed record HeadFacts
{
    public required CommitId Id { get; init; }

    /// <summary>Whether it is the commit that is checked out, so that the working copy's version file counts as well.</summary>
    public required bool IsCheckedOut { get; init; }

    /// <summary>The full name of the branch that is checked out, or the commit's hash when HEAD is detached.</summary>
    public required string Ref { get; init; }

    /// <summary>Full names of the tags on the commit, annotated or not.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    public required DateTimeOffset CommitDate { get; init; }

    public required DateTimeOffset AuthorDate { get; init; }
}
