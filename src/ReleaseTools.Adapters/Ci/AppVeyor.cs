using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>AppVeyor: the tag or the branch by its short name; for a pull request the branch is the one it is meant for.</summary>
internal sealed class AppVeyor : ICiHost
{
    public string Name => "AppVeyor";

    public CiWord? Read(Func<string, string?> variable) => variable("APPVEYOR") is null
        ? null
        : new(
            Name,
            ShortName.ToRef(variable("APPVEYOR_REPO_TAG_NAME"), variable("APPVEYOR_REPO_BRANCH")),
            variable("APPVEYOR_REPO_COMMIT"),
            variable("APPVEYOR_PULL_REQUEST_NUMBER") is not null)
        {
            PullRequest = PullRequestNumber.Of(variable("APPVEYOR_PULL_REQUEST_NUMBER")),
            WholeHistory = "remove 'clone_depth'",
        };

    /// <remarks>By the agent's own program, as Nerdbank.GitVersioning does it.</remarks>
    public CiPlan Plan(CiReport report, Func<string, string?> variable) => CiPlan.Of(
    [
        .. report.Variables.Select(one => new CiStep.Start("appveyor", ["SetVariable", "-Name", one.Name, "-Value", one.Value])),
        .. report.BuildNumber is { } number ? new[] { new CiStep.Start("appveyor", ["UpdateBuild", "-Version", number]) } : [],
    ]);
}
