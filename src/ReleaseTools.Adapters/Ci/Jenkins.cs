using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Jenkins: <c>GIT_BRANCH</c> names the branch as the remote has it (<c>origin/main</c>); <c>CHANGE_ID</c> is a pull request's.</summary>
internal sealed class Jenkins : ICiHost
{
    public string Name => "Jenkins";

    private const string Remote = "origin/";

    public CiWord? Read(Func<string, string?> variable)
    {
        if (variable("JENKINS_URL") is null)
        {
            return null;
        }

        var branch = variable("GIT_LOCAL_BRANCH") ?? variable("GIT_BRANCH");
        var name = branch?.StartsWith(Remote, StringComparison.Ordinal) == true ? branch[Remote.Length..] : branch;
        return new(Name, ShortName.ToRef(variable("TAG_NAME"), name), variable("GIT_COMMIT"), variable("CHANGE_ID") is not null)
        {
            PullRequest = PullRequestNumber.Of(variable("CHANGE_ID")),
            DefaultBranch = variable("BRANCH_IS_PRIMARY") == "true" ? name : null,
            WholeHistory = "turn off 'Shallow clone' in the advanced clone behaviours",
        };
    }

    /// <remarks>The build number where Nerdbank.GitVersioning writes it, and the variables in a file for <c>readProperties</c> or EnvInject.</remarks>
    public CiPlan Plan(CiReport report, Func<string, string?> variable)
    {
        if (variable("WORKSPACE") is not { } workspace)
        {
            return new([], [CiDiagnostics.NoPlace(Name, "WORKSPACE")]);
        }

        return CiPlan.Of(
        [
            .. report.Variables is [] ? Array.Empty<CiStep>() : [new CiStep.Append(Path.Combine(workspace, CiFiles.Properties), PropertiesFile.Format, report.Variables)],
            .. report.BuildNumber is { } number ? new[] { new CiStep.Replace(Path.Combine(workspace, CiFiles.BuildNumber), number) } : [],
        ]);
    }
}
