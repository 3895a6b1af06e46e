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
            WholeHistory = "check out with 'fetchDepth: 0'",
        };
}
