using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Jenkins: <c>GIT_BRANCH</c> names the branch as the remote has it (<c>origin/main</c>); <c>CHANGE_ID</c> is a pull request's.</summary>
internal sealed class Jenkins : ICiHost
{
    private const string Remote = "origin/";

    public CiWord? Read(Func<string, string?> variable)
    {
        if (variable("JENKINS_URL") is null)
        {
            return null;
        }

        var branch = variable("GIT_LOCAL_BRANCH") ?? variable("GIT_BRANCH");
        var name = branch?.StartsWith(Remote, StringComparison.Ordinal) == true ? branch[Remote.Length..] : branch;
        return new("Jenkins", ShortName.ToRef(variable("TAG_NAME"), name), variable("GIT_COMMIT"), variable("CHANGE_ID") is not null)
        {
            PullRequest = PullRequestNumber.Of(variable("CHANGE_ID")),
            DefaultBranch = variable("BRANCH_IS_PRIMARY") == "true" ? name : null,
            WholeHistory = "turn off 'Shallow clone' in the advanced clone behaviours",
        };
    }
}
