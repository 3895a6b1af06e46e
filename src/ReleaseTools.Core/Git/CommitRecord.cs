using System.Collections.Immutable;

namespace ReleaseTools.Git;

/// <summary>A commit as a log tells it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Date">When it was committed.</param>
/// <param name="Tags">Short names of the tags on it.</param>
/// <param name="Parents">The commits it follows.</param>
/// <param name="Message">All of its message.</param>
internal sealed record CommitRecord(CommitId Id, DateTimeOffset Date, ImmutableArray<string> Tags, ImmutableArray<CommitId> Parents, string Message)
{
    public bool IsMerge => Parents.Length > 1;
}
