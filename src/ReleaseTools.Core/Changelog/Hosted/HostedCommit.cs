using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog.Hosted;

/// <summary>A commit as the site that hosts the repository tells of it.</summary>
/// <param name="Id">The commit.</param>
/// <param name="Authors">Its author first, then those who wrote with them: by which address each wrote, and the account of it, if there is one.</param>
/// <param name="PullRequest">The number of the pull request that brought it, or null.</param>
internal sealed record HostedCommit(CommitId Id, ImmutableArray<(string Email, HostedAccount? Account)> Authors, string? PullRequest);
