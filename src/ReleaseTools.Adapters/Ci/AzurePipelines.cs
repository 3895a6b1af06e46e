using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Azure Pipelines: <c>BUILD_SOURCEBRANCH</c> is a full ref, <c>refs/pull/N/merge</c> for a pull request.</summary>
internal sealed class AzurePipelines : ICiHost
{
    public CiWord? Read(Func<string, string?> variable) => variable("SYSTEM_TEAMPROJECTID") is null
        ? null
        : new(
            "Azure Pipelines",
            variable("BUILD_SOURCEBRANCH"),
            variable("BUILD_SOURCEVERSION"),
            variable("BUILD_REASON") == "PullRequest" || variable("BUILD_SOURCEBRANCH")?.StartsWith("refs/pull/", StringComparison.Ordinal) == true)
        {
            // A repository on GitHub has both: its own number, and the one Azure gives it.
            PullRequest = PullRequestNumber.OfRef(variable("BUILD_SOURCEBRANCH"))
                ?? PullRequestNumber.Of(variable("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER"))
                ?? PullRequestNumber.Of(variable("SYSTEM_PULLREQUEST_PULLREQUESTID")),
            WholeHistory = "check out with 'fetchDepth: 0'",
        };
}
