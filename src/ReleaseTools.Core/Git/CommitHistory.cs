using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>A history, and the version files each of its commits holds.</summary>
/// <param name="Graph">The commits.</param>
/// <param name="States">For each commit the index of the state of the version files in it.</param>
/// <param name="FileSets">The distinct states of the version files that occur.</param>
internal sealed record CommitHistory(CommitGraph Graph, ImmutableArray<int> States, ImmutableArray<VersionFileSet> FileSets)
{
    /// <summary>The version files as they are in a commit.</summary>
    public VersionFileSet FilesOf(int commit) => FileSets[States[commit]];
}
