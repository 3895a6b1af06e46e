using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>GitHub Actions: <c>GITHUB_REF</c> is a full ref, <c>refs/pull/N/merge</c> for a pull request.</summary>
internal sealed class GitHubActions : ICiHost
{
    public string Name => "GitHub Actions";

    public CiWord? Read(Func<string, string?> variable)
    {
        if (variable("GITHUB_ACTIONS") is null)
        {
            return null;
        }

        var reference = variable("GITHUB_REF");
        var happened = GitHubEvent.Read(variable("GITHUB_EVENT_PATH"));
        var isPullRequest = variable("GITHUB_EVENT_NAME")?.StartsWith("pull_request", StringComparison.Ordinal) == true || reference?.StartsWith("refs/pull/", StringComparison.Ordinal) == true;

        return new(Name, reference, variable("GITHUB_SHA"), isPullRequest)
        {
            PullRequest = PullRequestNumber.OfRef(reference) ?? happened.PullRequest,
            DefaultBranch = happened.DefaultBranch,
            WholeHistory = "check out with 'fetch-depth: 0'",
        };
    }

    /// <remarks>Variables for the job and outputs of the step. A run's number cannot be set.</remarks>
    public CiPlan Plan(CiReport report, Func<string, string?> variable)
    {
        string[] forVariables = report.Variables is [] ? [] : ["GITHUB_ENV", "GITHUB_OUTPUT"];
        string[] forSummary = report.Summary is null ? [] : ["GITHUB_STEP_SUMMARY"];

        return new(
            [
                .. forVariables.Select(variable).OfType<string>().Select(file => new CiStep.Append(file, GitHubFile.Format, report.Variables)),
                .. forSummary.Select(variable).OfType<string>().Select(file => new CiStep.AppendText(file, report.Summary!)),
            ],
            [.. forVariables.Concat(forSummary).Where(name => variable(name) is null).Select(name => CiDiagnostics.NoPlace(Name, name))]);
    }
}
