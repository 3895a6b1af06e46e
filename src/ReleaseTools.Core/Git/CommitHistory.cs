using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>
/// The commits reachable from one commit, that commit first, each before its parents; and the version files each of them holds.
/// </summary>
/// <param name="Commits">In git's own order. Parents are indexes into the same list.</param>
/// <param name="FileSets">The distinct states of the version files that occur; commits refer to them by index.</param>
internal sealed record CommitHistory(ImmutableArray<HistoryCommit> Commits, ImmutableArray<VersionFileSet> FileSets)
{
    /// <summary>The version files as they are in a commit.</summary>
    public VersionFileSet FilesOf(int commit) => FileSets[Commits[commit].FileSet];
}
