using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version explain</c>: why a version is what it is.</summary>
internal static class VersionExplainCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var target = new VersionTarget();

        var command = new ExampleCommand(
            "explain",
            "Say why the version of a commit is what it is.",
            ("dotnet release version explain", "of what is checked out"),
            ("dotnet release version explain v1.4.0", "of a tag"),
            ("dotnet release version explain -v diagnostic", "with every commit that was counted"),
            ("dotnet release version explain --json", "everything, for a program"),
            ("dotnet release version refs/heads/explain", "the version of a branch of that name"));

        target.AddTo(command);

        command.SetAction(parsed =>
        {
            var isJson = parsed.GetValue(common.Json);
            var isFull = parsed.GetValue(common.Verbosity) == Verbosity.Diagnostic;
            var repository = target.Open(parsed, common, terminal);
            var explanation = EvidenceReader.Explain(repository, target.Observe(repository, parsed, terminal), isFull || isJson);

            if (isJson)
            {
                ExplainJson.Write(terminal.Out, explanation);
                return (int)ExitCode.Done;
            }

            ExplainAnswer.Write(terminal.Out, explanation, isFull);
            return new Reporter(terminal, json: false).Report(explanation.Version.Remarks);
        });

        return command;
    }
}
