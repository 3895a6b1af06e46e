using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Hooks;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release hooks</c>: let git run the commit rules, or no longer.</summary>
internal static class HooksCommand
{
    public static Command Create(CommonOptions common, Terminal terminal) => new ExampleCommand("hooks", "Let git check every commit message.")
    {
        Create(
            "install",
            "Add the check to the repository's commit-msg hook. Hooks of others stay and run after it. On Windows, 'git update-index --chmod=+x .husky/commit-msg' keeps a hook you commit executable elsewhere.",
            "in this repository, for every clone that runs it; commit .husky/commit-msg to share it",
            HookPlan.Install,
            common,
            terminal),
        Create("uninstall", "Take the check out of the commit-msg hook again.", "the hook as it was before", HookPlan.Uninstall, common, terminal),
    };

    private static ExampleCommand Create(string name, string description, string meaning, Func<HookFacts, HookPlan> decide, CommonOptions common, Terminal terminal)
    {
        var command = new ExampleCommand(name, description, ($"dotnet release hooks {name}", meaning));

        command.SetAction(parsed =>
        {
            var repository = GitRepository.Open(common.FolderOf(parsed, terminal));
            var plan = decide(HookFolder.Observe(repository));
            HookFolder.Apply(repository, plan);
            Say(plan, repository.Root, parsed.GetValue(common.Json), terminal);
            return (int)ExitCode.Done;
        });

        return command;
    }

    private static void Say(HookPlan plan, string root, bool json, Terminal terminal)
    {
        var file = Path.GetRelativePath(root, plan.File).Replace('\\', '/');

        if (json)
        {
            JsonAnswer.Write(terminal.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("hook", file);
                writer.WriteBoolean("changed", !plan.ChangesNothing);
                writer.WriteBoolean("madeExecutable", plan.IsSwitchedOn);
                writer.WriteString("hooksPath", plan.HooksPath);
                writer.WriteEndObject();
            });
            return;
        }

        terminal.Out.WriteLine(HarmlessText.Line(plan switch
        {
            { ChangesNothing: true } => $"{file}: nothing to do.",
            { Text: null } => $"{file}: removed.",
            { IsSwitchedOn: true } => $"{file}: made executable, so that git runs it.",
            { IsChanged: false } => $"{file}: there already.",
            _ => $"{file}: written.",
        }));

        if (plan.HooksPath is { } path)
        {
            terminal.Out.WriteLine(path.Length == 0 ? "core.hooksPath: unset." : $"core.hooksPath: {path}, in this repository's configuration.");
        }

        if (plan.HooksPath == HookPlan.Husky)
        {
            terminal.Note($"Commit {file}: git checks messages where it is there, in no branch or worktree that lacks it.");
        }
    }
}
