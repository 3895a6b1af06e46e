using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>TeamCity: <c>BUILD_GIT_BRANCH</c> is what the build's configuration puts there, a full ref or a branch's short name.</summary>
internal sealed class TeamCity : ICiHost
{
    public CiWord? Read(Func<string, string?> variable) => variable("TEAMCITY_VERSION") is null
        ? null
        : new(
            "TeamCity",
            ShortName.ToRef(tag: null, branch: variable("BUILD_GIT_BRANCH")),
            variable("BUILD_VCS_NUMBER"),
            variable("BUILD_GIT_BRANCH")?.StartsWith("refs/pull", StringComparison.Ordinal) == true)
        {
            PullRequest = PullRequestNumber.OfRef(variable("BUILD_GIT_BRANCH")),
            WholeHistory = "choose a checkout policy other than 'Shallow clone' in the VCS root",
        };
}
