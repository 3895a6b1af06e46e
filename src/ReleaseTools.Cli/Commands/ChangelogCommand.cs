using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Changelog;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release changelog</c>: what a range of commits means to users.</summary>
internal static class ChangelogCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var range = new Argument<string?>("RANGE") { Description = "Two commits with two dots between them, as in v1.3.0..v1.4.0.", Arity = ArgumentArity.ZeroOrOne };
        var unreleased = new Option<bool>("--unreleased") { Description = "Everything since the nearest tag that is a version, or since the beginning." };
        var format = new Option<string>("--format")
        {
            Description = $"One of {string.Join(", ", ChangelogRenderers.All.Select(renderer => renderer.Name))}. Default: the first.",
            HelpName = "NAME",
            DefaultValueFactory = _ => ChangelogRenderers.All[0].Name,
        };

        var command = new ExampleCommand(
            "changelog",
            "Print the changelog of a range of commits.",
            ("dotnet release changelog v1.3.0..v1.4.0", "what came with a release"),
            ("dotnet release changelog --unreleased", "what the next one will bring"),
            ("dotnet release changelog v1.3.0.. --format keepachangelog", "in another form"))
        {
            range, unreleased, format,
        };

        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(format);

            var renderer = ChangelogRenderers.All.FirstOrDefault(one => one.Name == name)
                ?? throw new ReleaseException(CommitDiagnostics.NoSuchFormat(name, ChangelogRenderers.All.Select(one => one.Name)));

            var written = parsed.GetValue(range) is { } text ? CommitRange.Parse(text) : null;

            if (written is null != parsed.GetValue(unreleased))
            {
                throw new ReleaseException(CommitDiagnostics.NoRange());
            }

            var repository = GitRepository.Open(common.FolderOf(parsed, terminal));
            var commits = written ?? CommitReader.Unreleased(repository);
            var changelog = Changelog.Changelog.Of(CommitReader.Read(repository, commits), renderer.Rules, commits.To);

            if (parsed.GetValue(common.Json))
            {
                ChangelogAnswer.WriteJson(terminal.Out, changelog);
            }
            else
            {
                terminal.Out.Write(renderer.Render(changelog));
                Count(changelog.NotConventional, terminal);
            }

            return (int)ExitCode.Done;
        });

        return command;
    }

    private static void Count(int left, Terminal terminal)
    {
        if (left > 0)
        {
            terminal.Note(left == 1 ? "1 commit is not conventional and is left out." : $"{left} commits are not conventional and are left out.");
        }
    }
}
