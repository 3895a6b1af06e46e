using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>GitHub Actions: <c>GITHUB_REF</c> is a full ref, <c>refs/pull/N/merge</c> for a pull request.</summary>
internal sealed class GitHubActions : ICiHost
{
    public CiWord? Read(Func<string, string?> variable) => variable("GITHUB_ACTIONS") is null
        ? null
        : new(
            "GitHub Actions",
            variable("GITHUB_REF"),
            variable("GITHUB_SHA"),
            variable("GITHUB_EVENT_NAME")?.StartsWith("pull_request", StringComparison.Ordinal) == true
                || variable("GITHUB_REF")?.StartsWith("refs/pull/", StringComparison.Ordinal) == true)
        {
            WholeHistory = "check out with 'fetch-depth: 0'",
        };
}
