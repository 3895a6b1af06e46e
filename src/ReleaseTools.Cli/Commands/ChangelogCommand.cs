using System.Collections.Immutable;
using System.CommandLine;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Changelog;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release changelog</c>: what a range of commits means to users, printed or written into files.</summary>
internal static class ChangelogCommand
{
    private const string Remote = "origin";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var range = new Argument<string?>("RANGE") { Description = "Two commits with two dots between them, as in v1.3.0..v1.4.0.", Arity = ArgumentArity.ZeroOrOne };
        var unreleased = new Option<bool>("--unreleased") { Description = "Everything since the nearest tag that is a version, or since the beginning." };
        var format = new Option<string?>("--format")
        {
            Description = $"One of {string.Join(", ", ChangelogRenderers.All.Select(renderer => renderer.Name))}. Default: what version.json says, or for a file what it is written in, or the first.",
            HelpName = "NAME",
        };
        var release = new ReleaseName();
        var file = new ChangelogFileOptions();

        var command = new ExampleCommand(
            "changelog",
            "Print the changelog of a range of commits, or write it into a file.",
            ("dotnet release changelog v1.3.0..v1.4.0", "what came with a release"),
            ("dotnet release changelog --unreleased", "what the next one will bring"),
            ("dotnet release changelog v1.3.0.. --format keepachangelog", "in another form"),
            ("dotnet release changelog --unreleased --as 1.4.0 --write --notes", "for a release commit: CHANGELOG.md and release notes"),
            ("dotnet release changelog v1.3.0..v1.4.0 --write --check", "in CI: does CHANGELOG.md still say so?"))
        {
            range, unreleased, format,
        };

        release.AddTo(command);
        file.AddTo(command);

        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(format) is { } name
                ? ChangelogRenderers.Find(name) ?? throw new ReleaseException(CommitDiagnostics.NoSuchFormat(name, ChangelogRenderers.All.Select(one => one.Name)))
                : null;
            var written = parsed.GetValue(range) is { } text ? CommitRange.Parse(text) : null;

            if (written is null != parsed.GetValue(unreleased))
            {
                throw new ReleaseException(CommitDiagnostics.NoRange());
            }

            var isForFile = file.AreGiven(parsed);
            var published = parsed.GetValue(file.Published) is { } list ? Published(list, terminal) : [];
            var folder = common.FolderOf(parsed, terminal);
            var repository = GitRepository.Open(folder);
            var files = new ChangelogFiles(repository);
            var options = files.Options(folder);
            var policy = ChangelogPolicy.Parse(options.Changelog, repository.FindRemote(Remote));
            var commits = written ?? CommitReader.Unreleased(repository);

            var teller = new ChangelogTeller(files, policy, published, rules =>
            {
                var told = release.Give(parsed, Changelog.Changelog.Of(CommitReader.Read(repository, commits), rules, commits.To), commits, options);
                return told with { FirstTimers = ContributorReader.FirstTimers(repository, told.Contributors, commits.From) };
            });

            if (isForFile)
            {
                return Write(teller, files, file, parsed, wanted, terminal, parsed.GetValue(common.Json));
            }

            var renderer = parsed.GetValue(common.Json) ? ChangelogRenderers.Find("json")! : wanted ?? policy.Format ?? ChangelogRenderers.All[0];
            var (changelog, output) = teller.Print(renderer);
            terminal.Out.Write(output);

            if (renderer.Name != "json")
            {
                Count(changelog.NotConventional, terminal);
            }

            return (int)ExitCode.Done;
        });

        return command;
    }

    private static int Write(ChangelogTeller teller, ChangelogFiles files, ChangelogFileOptions options, ParseResult parsed, IChangelogRenderer? wanted, Terminal terminal, bool json)
    {
        var written = ImmutableArray.CreateBuilder<WrittenFile>();
        var title = "";

        if (parsed.GetValue(options.Write))
        {
            var (file, changelog) = teller.Section(wanted);
            written.Add(file);
            title = changelog.VersionText ?? VersionTitle.Unreleased;
        }

        if (parsed.GetValue(options.Notes))
        {
            written.Add(teller.Notes());
        }

        if (!parsed.GetValue(options.Check) && !parsed.GetValue(options.Diff))
        {
            files.Write(written);
        }

        var answer = new ChangelogFileAnswer(written.ToImmutable(), title, parsed.GetValue(options.Check), parsed.GetValue(options.Diff));
        return json ? answer.WriteJson(terminal) : answer.Write(terminal);
    }

    private static ImmutableArray<PublishedArtefact> Published(string path, Terminal terminal) => Path.GetFullPath(path, terminal.Folder) is var file && File.Exists(file)
        ? PublishedArtefacts.Parse(SourceText.Parse(path, File.ReadAllBytes(file)))
        : throw new ReleaseException(ChangelogFileDiagnostics.NoPublishedFile(path));

    private static void Count(int left, Terminal terminal)
    {
        if (left > 0)
        {
            terminal.Note(left == 1 ? "1 commit is not conventional and is left out." : $"{left} commits are not conventional and are left out.");
        }
    }
}
