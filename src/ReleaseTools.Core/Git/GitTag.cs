namespace ReleaseTools.Git;

/// <summary>A tag and the commit it stands on, annotated or not.</summary>
/// <param name="Name">Without <c>refs/tags/</c>.</param>
/// <param name="Commit">What it names, all annotations followed.</param>
internal sealed record GitTag(string Name, CommitId Commit);
