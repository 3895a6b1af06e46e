using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Ci;

/// <summary>TeamCity: <c>BUILD_GIT_BRANCH</c> is what the build's configuration puts there, a full ref or a branch's short name.</summary>
internal sealed class TeamCity : ICiHost
{
    /// <summary>A configuration parameter and one for the build's tools, as Nerdbank.GitVersioning sets them, and a variable of the environment.</summary>
    private static readonly string[] Kinds = ["", "system.", "env."];

    public string Name => "TeamCity";

    public CiWord? Read(Func<string, string?> variable) => variable("TEAMCITY_VERSION") is null
        ? null
        : new(
            Name,
            ShortName.ToRef(tag: null, branch: variable("BUILD_GIT_BRANCH")),
            variable("BUILD_VCS_NUMBER"),
            variable("BUILD_GIT_BRANCH")?.StartsWith("refs/pull", StringComparison.Ordinal) == true)
        {
            PullRequest = PullRequestNumber.OfRef(variable("BUILD_GIT_BRANCH")),
            WholeHistory = "choose a checkout policy other than 'Shallow clone' in the VCS root",
        };

    /// <remarks>A percent sign begins a reference to another parameter, maybe a secret one, and in this message none is documented to stand for itself.</remarks>
    public CiPlan Plan(CiReport report, Func<string, string?> variable) => new(
    [
        .. report.BuildNumber is { } number ? new CiStep.Say[] { new($"##teamcity[buildNumber '{Escape(number)}']") } : [],
        .. report.Variables.Where(IsPlain).SelectMany(one => Kinds.Select(kind => new CiStep.Say($"##teamcity[setParameter name='{kind}{one.Name}' value='{Escape(one.Value)}']"))),
    ],
    [.. report.Variables.Where(one => !IsPlain(one)).Select(one => CiDiagnostics.CannotCarry(one.Name, Name))]);

    private static bool IsPlain(CiVariable variable) => !variable.Value.Contains('%', StringComparison.Ordinal);

    private static string Escape(string value) => string.Concat(value.Select(character => character switch
    {
        '|' or '\'' or '[' or ']' => $"|{character}",
        '\n' => "|n",
        '\r' => "|r",
        < ' ' or > '~' => $"|0x{(int)character:x4}",
        _ => character.ToString(),
    }));
}
