using System.CommandLine;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Releasing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version next</c>: the version a release would have now, and why.</summary>
internal static class VersionNextCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var commit = new Argument<string?>("COMMIT") { Description = "A branch, tag or hash. Default: what is checked out.", Arity = ArgumentArity.ZeroOrOne };
        var project = new Option<string?>("--project") { Description = "A folder of the component that is released: the settings of its version.json hold. Default: the current folder, or --repo.", HelpName = "DIR" };
        var prerelease = new Option<string?>("--prerelease") { Description = "The next prerelease of this name instead of the stable version.", HelpName = "NAME" };
        var bump = new Option<string?>("--bump") { Description = "What to raise, whatever the commits call for.", HelpName = "major|minor|patch" };
        bump.AcceptOnlyFromAmong("major", "minor", "patch");

        var command = new ExampleCommand(
            "next",
            "Print the version that the commits since the last release call for: a breaking change raises the major number, a feature the minor, a fix the patch. Nothing is printed where none is called for. The commits are told on standard error.",
            ("dotnet release version next", "1.4.0, and which commits call for it"),
            ("git tag \"v$(dotnet release version next -v quiet)\"", "in a script; check that the answer is not empty"),
            ("dotnet release version next --prerelease rc", "1.4.0-rc.1, then 1.4.0-rc.2"),
            ("dotnet release version next --bump major", "2.0.0, whatever the commits say"),
            ("dotnet release version next --project src/Api --json", "of a component, with all evidence"))
        {
            commit, project, prerelease, bump,
        };

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var wish = VersionWish.Of(parsed.GetValue(prerelease), parsed.GetValue(bump) is { } name ? Enum.Parse<Bump>(name, ignoreCase: true) : null);
            var repository = GitRepository.Open(Path.GetFullPath(parsed.GetValue(project) ?? ".", folder));
            var next = NextVersionReader.Read(repository, parsed.GetValue(commit), wish, terminal.Ci);

            if (parsed.GetValue(common.Json))
            {
                NextVersionAnswer.WriteJson(terminal.Out, next);
            }
            else
            {
                NextVersionAnswer.Write(terminal, next);
            }

            return (int)ExitCode.Done;
        });

        return command;
    }
}
