using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Bitbucket Pipelines: the tag or the branch by its short name; <c>BITBUCKET_PR_ID</c> is a pull request's.</summary>
internal sealed class Bitbucket : ICiHost
{
    public string Name => "Bitbucket";

    public CiWord? Read(Func<string, string?> variable) => variable("BITBUCKET_COMMIT") is not { } commit
        ? null
        : new(Name, ShortName.ToRef(variable("BITBUCKET_TAG"), variable("BITBUCKET_BRANCH")), commit, variable("BITBUCKET_PR_ID") is not null)
        {
            PullRequest = PullRequestNumber.Of(variable("BITBUCKET_PR_ID")),
            WholeHistory = "set 'clone: { depth: full }'",
        };

    /// <remarks>Variables that the step lists under <c>output-variables</c>; without that file, one to keep as an artifact. It has no build number to set.</remarks>
    public CiPlan Plan(CiReport report, Func<string, string?> variable) =>
        DotenvFile.Plan(Name, variable("BITBUCKET_PIPELINES_VARIABLES_PATH") ?? Path.Combine(variable("BITBUCKET_CLONE_DIR") ?? "", CiFiles.Variables), report);
}
