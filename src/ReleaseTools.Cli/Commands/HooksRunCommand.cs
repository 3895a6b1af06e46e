using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Hooks;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release hooks run</c>: the tasks of a task-runner.json, as Husky.Net runs them.</summary>
internal static class HooksRunCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var name = new Option<string?>("--name", "-n") { Description = "The task of this name.", HelpName = "NAME" };
        var group = new Option<string?>("--group", "-g") { Description = "The tasks of this group, which is usually called as the hook.", HelpName = "NAME" };
        var arguments = new Option<string[]>("--args", "-a") { Description = "What stands for ${args} in the tasks.", HelpName = "TEXT", AllowMultipleArgumentsPerToken = true };
        var noPartial = new Option<bool>("--no-partial", "-p") { Description = "Hand a file that is staged in part to commands as it is on disk, and stage all of it." };

        var command = new ExampleCommand(
            "run",
            "Run the tasks of .husky/task-runner.json, in Husky.Net's format, up to the first that fails. What is staged stays as it was then.",
            ("dotnet release hooks run --group pre-commit", "in a pre-commit hook"),
            ("dotnet release hooks run --name format", "one task"),
            ("dotnet release hooks run --group commit-msg --args \"$1\"", "with what git hands to the hook"))
        {
            name, group, arguments, noPartial,
        };

        command.SetAction(parsed =>
        {
            var repository = GitRepository.Open(common.FolderOf(parsed, terminal));
            var answer = new TaskAnswer(terminal, parsed.GetValue(common.Json), parsed.GetValue(common.Verbosity) == Verbosity.Diagnostic);

            if (terminal.Variable("HUSKY") == "0")
            {
                answer.Close(isDone: true);
                return (int)ExitCode.Done;
            }

            var tasks = TaskRun.Read(repository, parsed.GetValue(name), parsed.GetValue(group));
            var run = new TaskRun(repository, parsed.GetValue(arguments) ?? [], answer) { IgnoresParts = parsed.GetValue(noPartial) || terminal.Variable("HUSKY_NOPARTIAL") is "1" or "true" };
            using var interruption = new Interruption();

            try
            {
                var isDone = run.Run(tasks, interruption.Token);
                answer.Close(isDone);
                return isDone ? (int)ExitCode.Done : interruption.ExitCode ?? (int)ExitCode.No;
            }
            catch (Exception) when (interruption.ExitCode is not null)
            {
                // A signal from the keyboard ends git and the task as well, and what they complain of then is nobody's mistake.
                return interruption.ExitCode!.Value;
            }
        });

        return command;
    }
}
