using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Bitbucket Pipelines: the tag or the branch by its short name; <c>BITBUCKET_PR_ID</c> is a pull request's.</summary>
internal sealed class Bitbucket : ICiHost
{
    public CiWord? Read(Func<string, string?> variable) => variable("BITBUCKET_COMMIT") is not { } commit
        ? null
        : new("Bitbucket", ShortName.ToRef(variable("BITBUCKET_TAG"), variable("BITBUCKET_BRANCH")), commit, variable("BITBUCKET_PR_ID") is not null)
        {
            PullRequest = PullRequestNumber.Of(variable("BITBUCKET_PR_ID")),
            WholeHistory = "set 'clone: { depth: full }'",
        };
}
