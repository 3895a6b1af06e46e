using System.CommandLine;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Releasing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release version set</c>: another version into version.json.</summary>
internal static class VersionSetCommand
{
    /// <summary>How a version is written where none is yet.</summary>
    private static readonly VersionSpec FirstForm = new(new Version(0, 1));

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var version = new Argument<string?>("VERSION") { Description = "Two to four numbers and, if wanted, a prerelease, which may hold {height}.", Arity = ArgumentArity.ZeroOrOne };
        var next = new Option<bool>("--next") { Description = "The numbers that 'dotnet release version next' prints, in the form the file has: as many numbers, the same prerelease." };
        var apply = new Option<bool>("--apply") { Description = "Write the file. Without it, this only says what would change." };
        var allowLower = new Option<bool>("--allow-lower") { Description = "Write a version that is lower than the one there is." };
        var project = new Option<string?>("--project") { Description = "The folder whose version is set. Default: the current folder, or --repo.", HelpName = "DIR" };

        var command = new ExampleCommand(
            "set",
            "Write a version into the version.json, or version.txt, that gives the folder its version, above it where that is inherited. Where there is none, one is made in the repository's root, or in the folder of --project.",
            ("dotnet release version set 1.5-beta", "what would change"),
            ("dotnet release version set 1.5-beta --apply", "write it"),
            ("dotnet release version set --next --apply", "what the commits call for"),
            ("dotnet release version set 2.0 --project src/Api --apply", "of a component"))
        {
            version, next, apply, allowLower, project,
        };

        command.SetAction(parsed =>
        {
            var folder = common.FolderOf(parsed, terminal);
            var isNext = parsed.GetValue(next);
            var named = parsed.GetValue(version);

            if (named is null != isNext)
            {
                throw new ReleaseException(SettingDiagnostics.NothingToSet());
            }

            var repository = GitRepository.Open(Path.GetFullPath(parsed.GetValue(project) ?? ".", folder));
            var want = isNext ? Next(repository, terminal.Ci) : Named(named!);
            var setting = VersionFileWriter.Plan(repository, isOwn: parsed.GetValue(project) is not null, want, parsed.GetValue(allowLower));

            if (parsed.GetValue(apply))
            {
                VersionFileWriter.Write(repository, setting);
            }

            new VersionSettingAnswer(setting, parsed.GetValue(apply)).Write(terminal, parsed.GetValue(common.Json));
            return (int)ExitCode.Done;
        });

        return command;
    }

    private static Func<VersionSpec?, VersionSpec> Named(string text) =>
        VersionSpec.Read(text) is { } version ? _ => version : throw new ReleaseException(SettingDiagnostics.NotAVersion(text));

    private static Func<VersionSpec?, VersionSpec> Next(GitRepository repository, CiWord? ci)
    {
        var next = NextVersionReader.Read(repository, commit: null, VersionWish.None, ci).Version;
        return found => next is null ? found ?? FirstForm : (found ?? FirstForm).At(next);
    }
}
