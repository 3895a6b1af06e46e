using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>GitLab CI: the tag or the branch by its short name, and in a merge request's pipeline neither.</summary>
internal sealed class GitLab : ICiHost
{
    public string Name => "GitLab";

    public CiWord? Read(Func<string, string?> variable) => variable("GITLAB_CI") is null
        ? null
        : new(
            Name,
            ShortName.ToRef(variable("CI_COMMIT_TAG"), variable("CI_COMMIT_BRANCH")) ?? variable("CI_MERGE_REQUEST_REF_PATH"),
            variable("CI_COMMIT_SHA"),
            variable("CI_MERGE_REQUEST_IID") is not null)
        {
            PullRequest = PullRequestNumber.Of(variable("CI_MERGE_REQUEST_IID")),
            DefaultBranch = variable("CI_DEFAULT_BRANCH"),
            WholeHistory = "set the variable 'GIT_DEPTH' to 0",
        };

    /// <remarks>A file that the job names under <c>artifacts:reports:dotenv</c>. GitLab has no build number to set.</remarks>
    public CiPlan Plan(CiReport report, Func<string, string?> variable) => DotenvFile.Plan(Name, Path.Combine(variable("CI_PROJECT_DIR") ?? "", CiFiles.Variables), report);
}
