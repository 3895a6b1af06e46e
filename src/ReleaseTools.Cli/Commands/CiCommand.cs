using System.CommandLine;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Handover;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release ci</c>: the version to the CI host, as variables for later steps and as the build's number.</summary>
internal static class CiCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var project = new Option<string?>("--project") { Description = "The folder whose version is told. Default: the current folder, or --repo.", HelpName = "DIR" };
        var isPublic = new PublicReleaseOption();
        var host = new Option<string?>("--host") { Description = $"The host to write for: {string.Join(", ", CiHosts.All.Select(CiHosts.Short))}. Default: the one that runs this.", HelpName = "NAME" };
        var variables = new Option<bool>("--variables") { Description = "Set GitBuildVersion, GitBuildVersionSimple and GitAssemblyInformationalVersion as well, whatever version.json says." };
        var all = new Option<bool>("--all") { Description = "Set every form as well, under the names nbgv gives them: NBGV_SemVer2 and so on." };
        var number = new Option<bool>("--build-number") { Description = "Set the build's number, whatever version.json says." };
        var summary = new Option<bool>("--summary") { Description = "Add the version to the job's page, where the host has one (GitHub Actions)." };
        var print = new Option<bool>("--print") { Description = "Write nothing; show what would be written." };

        var command = new ExampleCommand(
            "ci",
            "Tell the CI host the version: RELEASE_VERSION, RELEASE_PACKAGE_VERSION, RELEASE_PUBLIC and RELEASE_COMMIT for the steps that follow, and what 'cloudBuild' in version.json asks for.",
            ("dotnet release ci", "in a CI job; the next step has $RELEASE_VERSION"),
            ("dotnet release ci --all --build-number", "as 'nbgv cloud --all-vars'"),
            ("dotnet release ci --host github-actions --print", "what would be written, anywhere"))
        {
            project, isPublic, host, variables, all, number, summary, print,
        };

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var isPrint = parsed.GetValue(print);
            var said = CiHosts.Said(terminal.Variable);
            var target = parsed.GetValue(host) is { } name ? CiHosts.Named(name) : CiHosts.Find(terminal.Variable);
            var found = FoundVersion.Read(Path.GetFullPath(parsed.GetValue(project) ?? ".", folder), commit: null, parsed.GetValue(isPublic), terminal.Ci);

            var report = new CiReport(
                [.. Variables(found.Forms, parsed.GetValue(variables), parsed.GetValue(all)).DistinctBy(variable => variable.Name)],
                parsed.GetValue(number) ? CiVariables.Number(found.Forms) : CiVariables.AskedNumber(found.Forms),
                parsed.GetValue(summary) ? Summary(found.Forms) : null);

            // What is only shown can be shown anywhere: a file that only the host could name stands there as its variable.
            var plan = target?.Plan(report, isPrint ? name => said(name) ?? $"${name}" : said) ?? new([], [CiDiagnostics.NoHost()]);
            var refused = isPrint ? [] : new CiWriter(folder, (parsed.GetValue(common.Json) ? terminal.Error : terminal.Out).WriteLine).Apply(plan);
            var isWritten = !isPrint && plan.Steps is not [] && refused is [];
            return new CiAnswer(target, report, plan, isPrint, isWritten).Write(terminal, parsed.GetValue(common.Json), [.. found.Remarks, .. plan.Remarks, .. refused]);
        });

        return command;
    }

    private static IEnumerable<CiVariable> Variables(VersionForms version, bool some, bool all) =>
    [
        .. CiVariables.Own(version),
        .. CiVariables.Asked(version),
        .. some ? CiVariables.OfVersion(version) : [],
        .. all ? CiVariables.All(version) : [],
    ];

    /// <summary>Nothing of it is anybody's free text.</summary>
    private static string Summary(VersionForms version) =>
        $"### {version["SemVer2"]}\n\n| | |\n|---|---|\n| commit | `{version["GitCommitId"]}` |\n| public release | {(version["PublicRelease"] is true ? "yes" : "no")} |\n| image tags | {string.Join(", ", version.ImageTags.Select(tag => $"`{tag}`"))} |\n\n";
}
