using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Hooks;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Hooks;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release hooks</c>: let git run the commit rules and the checks of a push, or no longer.</summary>
internal static class HooksCommand
{
    public static Command Create(CommonOptions common, Terminal terminal) => new ExampleCommand("hooks", "Let git check every commit message, and what is pushed.")
    {
        CreateInstall(common, terminal),
        CreateUninstall(common, terminal),
        PrePushCommand.Create(common, terminal),
        HooksRunCommand.Create(common, terminal),
    };

    private static ExampleCommand CreateInstall(CommonOptions common, Terminal terminal)
    {
        var names = new Argument<string[]>("HOOK") { Description = $"The hooks to install: {string.Join(", ", GitHook.All.Select(hook => hook.Name))}. Default: all of them.", Arity = ArgumentArity.ZeroOrMore };

        var command = new ExampleCommand(
            "install",
            "Add the checks to the repository's hooks. Hooks of others stay and run after them. On Windows, 'git update-index --chmod=+x .husky/commit-msg' keeps a hook you commit executable elsewhere.",
            ("dotnet release hooks install", "in this repository, for every clone that runs it; commit .husky to share it"),
            ("dotnet release hooks install commit-msg", "the check of messages alone"))
        {
            names,
        };

        command.SetAction(parsed =>
        {
            GitHook[] hooks = parsed.GetValue(names) is { Length: > 0 } named ? [.. named.Select(GitHook.Parse)] : [.. GitHook.All];
            return Carry(facts => HookPlan.Install(facts, [.. hooks]), common, parsed, terminal);
        });

        return command;
    }

    private static ExampleCommand CreateUninstall(CommonOptions common, Terminal terminal)
    {
        var command = new ExampleCommand("uninstall", "Take the checks out of the hooks again.", ("dotnet release hooks uninstall", "the hooks and the configuration as they were before"));
        command.SetAction(parsed => Carry(HookPlan.Uninstall, common, parsed, terminal));
        return command;
    }

    private static int Carry(Func<HookFacts, HookPlan> decide, CommonOptions common, ParseResult parsed, Terminal terminal)
    {
        var repository = GitRepository.Open(common.FolderOf(parsed, terminal));
        var plan = decide(HookFolder.Observe(repository));
        HookFolder.Apply(repository, plan);

        if (parsed.GetValue(common.Json))
        {
            HooksAnswer.WriteJson(terminal.Out, plan, repository.Root);
        }
        else
        {
            HooksAnswer.Write(terminal, plan, repository.Root);
        }

        return (int)Diagnostics.ExitCode.Done;
    }
}
