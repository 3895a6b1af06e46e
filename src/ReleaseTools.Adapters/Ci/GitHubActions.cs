using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>GitHub Actions: <c>GITHUB_REF</c> is a full ref, <c>refs/pull/N/merge</c> for a pull request.</summary>
internal sealed class GitHubActions : ICiHost
{
    public CiWord? Read(Func<string, string?> variable)
    {
        if (variable("GITHUB_ACTIONS") is null)
        {
            return null;
        }

        var reference = variable("GITHUB_REF");
        var happened = GitHubEvent.Read(variable("GITHUB_EVENT_PATH"));
        var isPullRequest = variable("GITHUB_EVENT_NAME")?.StartsWith("pull_request", StringComparison.Ordinal) == true || reference?.StartsWith("refs/pull/", StringComparison.Ordinal) == true;

        return new("GitHub Actions", reference, variable("GITHUB_SHA"), isPullRequest)
        {
            PullRequest = PullRequestNumber.OfRef(reference) ?? happened.PullRequest,
            DefaultBranch = happened.DefaultBranch,
            WholeHistory = "check out with 'fetch-depth: 0'",
        };
    }
}
