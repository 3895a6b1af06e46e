using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>GitLab CI: the tag or the branch by its short name, and in a merge request's pipeline neither.</summary>
internal sealed class GitLab : ICiHost
{
    public CiWord? Read(Func<string, string?> variable) => variable("GITLAB_CI") is null
        ? null
        : new(
            "GitLab",
            ShortName.ToRef(variable("CI_COMMIT_TAG"), variable("CI_COMMIT_BRANCH")) ?? variable("CI_MERGE_REQUEST_REF_PATH"),
            variable("CI_COMMIT_SHA"),
            variable("CI_MERGE_REQUEST_IID") is not null)
        {
            PullRequest = PullRequestNumber.Of(variable("CI_MERGE_REQUEST_IID")),
            DefaultBranch = variable("CI_DEFAULT_BRANCH"),
            WholeHistory = "set the variable 'GIT_DEPTH' to 0",
        };
}
