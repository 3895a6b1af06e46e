using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Charts;

namespace ReleaseTools.Cli.Commands;

/// <summary>What a packaged chart is to say as its version.</summary>
internal sealed class ChartVersionOptions
{
    private readonly Option<string?> _version = new("--version") { Description = "What the packaged Chart.yaml says as version. Default: that of the chart's folder, as 'dotnet release version --get SemVer2' prints it.", HelpName = "VERSION" };

    private readonly Option<string?> _appVersion = new("--app-version") { Description = "What it says as appVersion. Default: what 'charts.appVersion' of version.json says, else the version; where Chart.yaml has the key.", HelpName = "VERSION" };

    private readonly Option<bool> _asIs = new("--as-is") { Description = "Leave the chart as it is: both versions, what version.json lists in it, and the annotations." };

    public void AddTo(Command command)
    {
        command.Add(_version);
        command.Add(_appVersion);
        command.Add(_asIs);

        command.Validators.Add(result =>
        {
            if (result.GetValue(_asIs) && (result.GetValue(_version) ?? result.GetValue(_appVersion)) is not null)
            {
                result.AddError("'--as-is' and a version do not go together");
            }
        });
    }

    public bool IsGiven(CommandResult result) => result.GetValue(_asIs) || (result.GetValue(_version) ?? result.GetValue(_appVersion)) is not null;

    public ChartVersionWish Read(ParseResult parsed) => new(parsed.GetValue(_version), parsed.GetValue(_appVersion), parsed.GetValue(_asIs));
}
