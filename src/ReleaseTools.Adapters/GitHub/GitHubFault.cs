namespace ReleaseTools.Adapters.GitHub;

/// <summary>What may be gone at the next attempt: GitHub was busy, or not there for a moment.</summary>
/// <param name="status">What it answered; null where the connection broke, or nothing came.</param>
/// <param name="words">What happened.</param>
internal sealed class GitHubFault(int? status, string words, Exception? cause = null) : Exception(words, cause)
{
    public int? Status { get; } = status;

    /// <summary>Whether the question was too much for it, so that a smaller one may do.</summary>
    public bool IsOverload => Status is 502 or 504;
}
