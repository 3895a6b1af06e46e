using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A commit as one line tells it.</summary>
internal sealed record CommitSummary(CommitId Id, DateTimeOffset Date, string Author, string Subject);
