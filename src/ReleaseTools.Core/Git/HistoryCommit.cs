using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>One commit of a <see cref="CommitHistory"/>.</summary>
/// <param name="Id">The commit's name.</param>
/// <param name="Parents">Indexes of the parents, the first parent first.</param>
/// <param name="FileSet">Index of the state of the version files in this commit.</param>
/// <param name="IsCut">True at the boundary of a shallow clone: the commit has parents that this clone does not hold.</param>
internal sealed record HistoryCommit(CommitId Id, ImmutableArray<int> Parents, int FileSet, bool IsCut);
