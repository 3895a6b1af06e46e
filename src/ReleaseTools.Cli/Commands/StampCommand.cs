using System.CommandLine;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release stamp</c>: the version into files, in place; with <c>--check</c>, whether it is there; with <c>--diff</c>, what would change.</summary>
internal static class StampCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or folders to search. Default: the current folder, or --repo.", Arity = ArgumentArity.ZeroOrMore };
        var check = new Option<bool>("--check") { Description = "Change nothing; exit 1 when a file says another version." };
        var diff = new Option<bool>("--diff") { Description = "Change nothing; print what would change, as patch reads it." };
        var version = new Option<string?>("--version") { Description = "The version to write. Default: that of each file's folder, as 'dotnet release version --get SemVer2' prints it.", HelpName = "VERSION" };

        var command = new ExampleCommand(
            "stamp",
            "Write the version into every Chart.yaml and package.json with its lock, and into what version.json lists.",
            ("dotnet release stamp", "all files that git tracks"),
            ("dotnet release stamp .", "and those that are not added yet"),
            ("dotnet release stamp --version 1.4.0", "for a release commit"),
            ("dotnet release stamp --check --version 1.4.0", "in CI: has a file drifted from the release?"),
            ("dotnet release stamp --diff", "see first what would change"),
            ("dotnet release stamp deploy/chart web/package.json", "these only"))
        {
            paths, check, diff, version,
        };

        command.SetAction(parsed =>
        {
            LargeWork.PutOffCollecting();
            var folder = common.FolderOf(parsed, terminal);
            var isNamed = parsed.GetValue(paths) is { Length: > 0 };
            var named = isNamed ? parsed.GetValue(paths)! : ["."];
            var scope = new StampScope([.. named.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder)))]) { HasUntracked = isNamed, IsCheck = parsed.GetValue(check) };

            // Files are read while git is asked whose they are; what it says counts.
            var glimpse = GitRepository.Glimpse(folder);
            var planning = glimpse is null ? null : Task.Run(() => Plan(glimpse));
            var repository = GitRepository.Open(folder);
            var stamps = planning is not null && repository.IsSameAs(glimpse!) ? planning.GetAwaiter().GetResult() : Plan(repository);

            if (stamps.Plans is [])
            {
                throw new ReleaseException([.. stamps.Remarks, StampDiagnostics.NothingToStamp(string.Join("', '", named))]);
            }

            if (!parsed.GetValue(check) && !parsed.GetValue(diff))
            {
                StampFiles.Write(stamps);
            }

            var answer = new StampAnswer(stamps, IsCheck: parsed.GetValue(check), IsDiff: parsed.GetValue(diff));

            return parsed.GetValue(common.Json) ? answer.WriteJson(terminal) : answer.Write(terminal);

            StampSet Plan(GitRepository place) => StampFiles.Plan(place, scope, parsed.GetValue(version) is { } wanted ? _ => wanted : new FolderVersions(place.Root, terminal.Ci).Of);
        });

        return command;
    }
}
