using System.CommandLine;
using ReleaseTools.Adapters.Commits;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Adapters.Hooks;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release hooks pre-push</c>: may these branches and tags be pushed?</summary>
internal static class PrePushCommand
{
    /// <summary>A history that was never held to rules has as many complaints as commits.</summary>
    private const int Shown = 20;

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var remote = new Argument<string[]>("REMOTE") { Description = "The name of the remote and its address, as git hands them to the hook; they decide nothing.", Arity = ArgumentArity.ZeroOrMore };

        var command = new ExampleCommand(
            "pre-push",
            "Check what is pushed, as git tells it to a pre-push hook on standard input: the messages of new commits, and that a tag is a release that goes forward.",
            ("dotnet release hooks pre-push \"$@\"", "in a pre-push hook; 'hooks install' puts it there"))
        {
            remote,
        };

        command.SetAction(parsed =>
        {
            PushedRef[] refs = [.. terminal.In.ReadToEnd().Split('\n').Select(line => PushedRef.Read(line.TrimEnd('\r'))).OfType<PushedRef>()];

            // A push that only deletes needs no look at anything.
            return refs.All(one => one.Object is null) ? (int)ExitCode.Done
                : Judge(new(GitRepository.Open(common.FolderOf(parsed, terminal)), refs), LintConfigurationFiles.Read(common.FolderOf(parsed, terminal), named: null), parsed.GetValue(common.Json), terminal);
        });

        return command;
    }

    private static int Judge(PushReader reader, LintConfiguration configuration, bool json, Terminal terminal)
    {
        var complaints = reader.ReadTags().SelectMany(PushedTagCheck.Check).ToList();
        var refused = new List<LintReport>();

        foreach (var report in reader.ReadMessages().Select(message => message.Report(configuration)))
        {
            if (UnfinishedCommit.Is(report.Text))
            {
                complaints.Add(HookDiagnostics.UnfinishedCommit(report.Text.Name, report.Text.Lines[0].Text));
            }
            else if (!report.IsValid)
            {
                refused.Add(report);
            }
        }

        if (json)
        {
            new Reporter(terminal, json).Report([.. complaints, .. refused.SelectMany(report => report.Findings).Select(finding => finding.Diagnostic)]);
        }
        else
        {
            Say(complaints, refused, terminal);
        }

        return (int)(complaints is [] && refused is [] ? ExitCode.Done : ExitCode.No);
    }

    private static void Say(List<Diagnostic> complaints, List<LintReport> refused, Terminal terminal)
    {
        new Reporter(terminal, json: false).Report([.. complaints.Take(Shown)]);
        var answer = new LintAnswer(terminal);

        foreach (var report in refused.Take(Shown))
        {
            answer.Write(report);
        }

        var more = Math.Max(0, complaints.Count - Shown) + Math.Max(0, refused.Count - Shown);

        if (more > 0)
        {
            terminal.Note($"… and {more} more. 'HUSKY=0 git push' pushes history that was made before there were rules.");
        }
    }
}
