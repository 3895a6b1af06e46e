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

/// <summary>One commit of a <see cref="CommitHistory"/>.</summary>
/// <param name="Id">The commit's name.</param>
/// <param name="Parents">Indexes of the parents, the first parent first.</param>
/// <param name="FileSet">Index of the state of the version files in this commit.</param>
/// <param name="IsCut">True at the boundary of a shallow clone: the commit has parents that this clone does not hold.</param>
internal sealed record HistoryCommit(CommitId Id, ImmutableArray<int> Parents, int FileSet, bool IsCut);

/// <summary>The version files that apply to one project folder, the nearest folder first. Files that do not exist are left out.</summary>
internal sealed record VersionFileSet(ImmutableArray<VersionFileText> Files);

/// <summary>A version file as found: its path from the repository's root, with forward slashes, and what it says.</summary>
internal sealed record VersionFileText(string Path, string Text);
