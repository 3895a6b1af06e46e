using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>Azure Pipelines: <c>BUILD_SOURCEBRANCH</c> is a full ref, <c>refs/pull/N/merge</c> for a pull request.</summary>
internal sealed class AzurePipelines : ICiHost
{
    public string Name => "Azure Pipelines";

    public CiWord? Read(Func<string, string?> variable) => variable("SYSTEM_TEAMPROJECTID") is null
        ? null
        : new(
            Name,
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

    public CiPlan Plan(CiReport report, Func<string, string?> variable) => CiPlan.Of(
    [
        .. report.Variables.SelectMany(one => new CiStep.Say[]
        {
            new($"##vso[task.setvariable variable={one.Name};]{Escape(one.Value)}"),
            new($"##vso[task.setvariable variable={one.Name};isOutput=true;]{Escape(one.Value)}"),
        }),
        .. report.BuildNumber is { } number ? new CiStep.Say[] { new($"##vso[build.updatebuildnumber]{Escape(number)}") } : [],
    ]);

    /// <summary>The agent takes everything behind the bracket for the value, and turns these three back.</summary>
    private static string Escape(string value) => value
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
