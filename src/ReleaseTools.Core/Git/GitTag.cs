using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>A tag and the commit it stands on, annotated or not.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Commit">What it names, all annotations followed.</param>
internal sealed record GitTag(string Name, CommitId Commit)
{
    /// <summary>What the full name of every tag begins with.</summary>
    public const string Folder = "refs/tags/";

    private const string Decoration = "tag: ";

    /// <summary>The tags in <c>%D</c> of <c>git log --format</c>, with short or full names as git was asked for them.</summary>
    public static ImmutableArray<string> In(string decoration) =>
        [.. decoration.Split(", ").Where(name => name.StartsWith(Decoration, StringComparison.Ordinal)).Select(name => name[Decoration.Length..])];
}
