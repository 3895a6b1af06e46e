namespace ReleaseTools.Versioning;

/// <summary>What a CI host says, in its environment variables, about the build it runs.</summary>
/// <param name="Host">The host's name, for people.</param>
/// <param name="Ref">The full name of the branch, tag or pull request that is built, or null where the host does not say.</param>
/// <param name="Commit">The commit's hash the host believes is checked out, or null.</param>
/// <param name="IsPullRequest">Whether it builds a proposal, which is never released.</param>
internal sealed record CiWord(string Host, string? Ref, string? Commit, bool IsPullRequest)
{
    /// <summary>The number of the pull request, where it builds one and the host says which.</summary>
    public string? PullRequest { get; init; }

    /// <summary>The short name of the repository's default branch, where the host says it.</summary>
    public string? DefaultBranch { get; init; }

    /// <summary>What to write in the host's settings so that it checks out all of the history, as part of a sentence.</summary>
    public string? WholeHistory { get; init; }
}
