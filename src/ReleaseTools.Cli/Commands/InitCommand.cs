using System.CommandLine;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release init</c>: lists in version.json what carries a version in this repository.</summary>
internal static class InitCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Change nothing; print version.json as it would be." };

        var command = new ExampleCommand(
            "init",
            "List in version.json the files that carry a version: values.yaml of charts, Makefiles, Dockerfiles, project files.",
            ("dotnet release init --dry-run", "see what is found"),
            ("dotnet release init", "add it to the version.json of the repository's root; nothing there is changed"))
        {
            dryRun,
        };

        command.SetAction(parsed =>
        {
            var repository = GitRepository.Open(common.FolderOf(parsed, terminal));
            var discovery = StampDiscovery.Look(repository);

            if (!parsed.GetValue(dryRun))
            {
                discovery.Write(repository);
            }

            var answer = new InitAnswer(discovery, IsDryRun: parsed.GetValue(dryRun));
            return parsed.GetValue(common.Json) ? answer.WriteJson(terminal) : answer.Write(terminal);
        });

        return command;
    }
}
