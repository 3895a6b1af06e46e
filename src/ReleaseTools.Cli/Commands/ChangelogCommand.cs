using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Renderers;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release changelog</c>: what commits mean to users, printed or written into files.</summary>
internal sealed class ChangelogCommand
{
    private const string Remote = "origin";

    private readonly Argument<string?> _range = new("RANGE") { Description = "Two commits with two dots between them, as in v1.3.0..v1.4.0.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _unreleased = new("--unreleased") { Description = "Everything since the last release, or since the beginning. This, a range, --latest, --version and --all exclude each other." };
    private readonly Option<bool> _latest = new("--latest") { Description = "What came with the last release." };
    private readonly Option<string?> _version = new("--version") { Description = "What came with the release of this version, or tag.", HelpName = "VERSION" };
    private readonly Option<bool> _all = new("--all") { Description = "The whole history, release by release." };
    private readonly Option<string?> _project = new("--project") { Description = "A folder of the component it is about: the tag prefix and the path filters of its version.json hold. Default: the current folder, or --repo.", HelpName = "DIR" };
    private readonly Option<bool> _components = new("--components") { Description = "Of each component by itself, under a summary: of every folder whose version.json has path filters or a tag prefix." };
    private readonly Option<bool> _other = new("--other") { Description = "Show commits that are not conventional as well." };
    private readonly Option<bool> _online = new("--online") { Description = "Ask GitHub for titles, labels and accounts, with the token in GH_TOKEN or GITHUB_TOKEN. '--online=false' where version.json says to, and you do not want it." };
    private readonly Option<bool> _refresh = new("--refresh") { Description = "As --online, and even for what GitHub answered within the last hour." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Say of every commit what became of it, instead of the changelog." };

    private readonly Option<string?> _format = new("--format")
    {
        Description = $"One of {string.Join(", ", ChangelogRenderers.All.Select(renderer => renderer.Name))}. Default: what version.json says, or for a file what it is written in, or the first.",
        HelpName = "NAME",
    };

    private readonly ReleaseName _release = new();
    private readonly ChangelogFileOptions _file = new();

    private readonly CommonOptions _common;
    private readonly Terminal _terminal;

    private ChangelogCommand(CommonOptions common, Terminal terminal)
    {
        _common = common;
        _terminal = terminal;
    }

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var changelog = new ChangelogCommand(common, terminal);

        var command = new ExampleCommand(
            "changelog",
            "Print the changelog of a release, or of any range of commits, or write it into a file.",
            ("dotnet release changelog v1.3.0..v1.4.0", "what lies between two commits"),
            ("dotnet release changelog --unreleased", "what the next release will bring"),
            ("dotnet release changelog --version 1.4.0 --project src/Api", "what came with a release of a component"),
            ("dotnet release changelog --all --format keepachangelog", "everything, in another form"),
            ("dotnet release changelog --unreleased --components", "what waits in each component of the repository"),
            ("dotnet release changelog --unreleased --explain", "which commits are told, which are not, and why"),
            ("dotnet release changelog --latest --format github --online", "with accounts and labels, as GitHub knows them"),
            ("dotnet release changelog --unreleased --as 1.4.0 --write --notes", "for a release commit: CHANGELOG.md and release notes"),
            ("dotnet release changelog --version 1.4.0 --write --check", "in CI: does CHANGELOG.md still say so?"))
        {
            changelog._range, changelog._unreleased, changelog._latest, changelog._version, changelog._all, changelog._project, changelog._components, changelog._other, changelog._explain, changelog._format, changelog._online, changelog._refresh,
        };

        changelog._release.AddTo(command);
        changelog._file.AddTo(command);
        command.SetAction(changelog.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var wanted = parsed.GetValue(_format) is { } name
            ? ChangelogRenderers.Find(name) ?? throw new ReleaseException(CommitDiagnostics.NoSuchFormat(name, ChangelogRenderers.All.Select(one => one.Name)))
            : null;
        var target = TargetOf(parsed);

        if (parsed.GetValue(_components) && _release.Version(parsed) is not null)
        {
            throw new ReleaseException(ChangelogDiagnostics.NameOfSeveral());
        }

        var (isForFile, published) = (_file.AreGiven(parsed), Published(parsed));
        var folder = Path.GetFullPath(parsed.GetValue(_project) ?? ".", _common.FolderOf(parsed, _terminal));
        var repository = GitRepository.Open(folder);
        var files = new ChangelogFiles(repository);
        var options = OptionsOf(repository);
        var policy = ChangelogPolicy.Parse(options.Changelog, repository.FindRemote(Remote));
        using var online = IsOnline(parsed, options) ? new ChangelogOnline(repository, policy, parsed.GetValue(_refresh), _terminal) : null;
        var usual = parsed.GetValue(_common.Json) ? ChangelogRenderers.Find("json")! : wanted ?? policy.Format ?? ChangelogRenderers.All[0];
        var thanksNewcomers = usual is GitHubRenderer || parsed.GetValue(_file.Notes);

        var teller = new ChangelogTeller(files, policy, published, rules =>
        {
            var told = Read(repository, target, new(rules, parsed.GetValue(_other), KeepsAccounts: parsed.GetValue(_explain)) { PrefersTitles = policy.PrefersTitles }, parsed.GetValue(_components), online);
            return told is [var newest, ..] ? told.SetItem(0, WithNewcomers(repository, target, _release.Give(parsed, newest, options, repository.ReadTags, () => repository.HeadCommit is null ? null : repository.ReadHead().CommitDate), thanksNewcomers, online)) : told;
        });

        return isForFile ? WriteFiles(parsed, teller, files, wanted, ComponentOf(repository), online) : Print(parsed, teller, usual, target, online);
    }

    /// <summary>The network is asked only by whoever says so: the same commits give the same changelog.</summary>
    private bool IsOnline(ParseResult parsed, VersionOptions options) => parsed.GetResult(_online) is { Implicit: false } ? parsed.GetValue(_online) : options.Changelog.IsOnline || parsed.GetValue(_refresh);

    private int Print(ParseResult parsed, ChangelogTeller teller, IChangelogRenderer renderer, ChangelogTarget target, ChangelogOnline? online)
    {
        var (told, style) = teller.Tell(renderer);
        var (hasComponents, isExplained, isJson) = (parsed.GetValue(_components), parsed.GetValue(_explain), renderer is JsonRenderer);

        if (isJson)
        {
            ChangelogAnswer.WriteJson(_terminal.Out, told, style, isWhole: hasComponents || target.Kind == ChangelogTargetKind.All, online?.Remarks);
        }
        else if (isExplained)
        {
            ChangelogAccount.Write(_terminal.Out, told);
        }
        else if (hasComponents)
        {
            ComponentSummary.Write(_terminal.Out, told, renderer, style);
        }
        else
        {
            Write(told, renderer, style);
        }

        Warn(online, isJson);
        Count(isJson || isExplained || parsed.GetValue(_other) ? 0 : told.Sum(changelog => changelog.NotConventional));

        return (int)ExitCode.Done;
    }

    /// <exception cref="ReleaseException">RT4360: several things are told.</exception>
    private int WriteFiles(ParseResult parsed, ChangelogTeller teller, ChangelogFiles files, IChangelogRenderer? wanted, string? component, ChangelogOnline? online)
    {
        if (parsed.GetValue(_components) || parsed.GetValue(_explain))
        {
            throw new ReleaseException(ChangelogFileDiagnostics.OneFileOnly(parsed.GetValue(_components) ? "--components" : "--explain"));
        }

        var (file, title) = parsed.GetValue(_file.Write) ? teller.Sections(wanted, component) : (null, "");
        ImmutableArray<WrittenFile?> all = [file, parsed.GetValue(_file.Notes) ? teller.Notes(component) : null];
        ImmutableArray<WrittenFile> written = [.. all.OfType<WrittenFile>()];

        if (!parsed.GetValue(_file.Check) && !parsed.GetValue(_file.Diff))
        {
            files.Write(written);
        }

        var answer = new ChangelogFileAnswer(written, title, parsed.GetValue(_file.Check), parsed.GetValue(_file.Diff));
        Warn(online, isInAnswer: false);
        return parsed.GetValue(_common.Json) ? answer.WriteJson(_terminal) : answer.Write(_terminal);
    }

    /// <summary>Those on disk, for which git need not be asked.</summary>
    private static VersionOptions OptionsOf(GitRepository repository) =>
        (repository.IsBare ? VersionReader.ReadOptions(repository, repository.ReadHead()) : VersionFiles.Parse(VersionReader.ReadWorkingFiles(repository))) ?? VersionOptions.Default;

    private static string? ComponentOf(GitRepository repository) =>
        VersionReader.ReadWorkingFiles(repository).Files is [var nearest, ..] && Path.GetDirectoryName(nearest.Path)?.Replace('\\', '/') is { Length: > 0 } folder ? folder : null;

    /// <summary>Only who thanks people asks who was there before.</summary>
    private static Changelog.Changelog WithNewcomers(GitRepository repository, ChangelogTarget target, Changelog.Changelog changelog, bool isWanted, ChangelogOnline? online)
    {
        if (!isWanted)
        {
            return changelog;
        }

        var before = target.Range?.From ?? (changelog.Previous is { } previous ? GitTag.Folder + previous : null);
        var newcomers = ContributorReader.FirstTimers(repository, changelog.Contributors, before);
        return changelog with { FirstTimers = online is null || newcomers is [] ? newcomers : online.FirstTimers(newcomers, repository.Resolve(before!)) };
    }

    private void Warn(ChangelogOnline? online, bool isInAnswer)
    {
        if (online is not null && !isInAnswer)
        {
            new Reporter(_terminal, json: false).Report(online.Remarks);
        }
    }

    private ImmutableArray<PublishedArtefact> Published(ParseResult parsed) => parsed.GetValue(_file.Published) is not { } path ? []
        : Path.GetFullPath(path, _terminal.Folder) is var file && File.Exists(file) ? PublishedArtefacts.Parse(SourceText.Parse(path, File.ReadAllBytes(file)))
        : throw new ReleaseException(ChangelogFileDiagnostics.NoPublishedFile(path));

    private ImmutableArray<Changelog.Changelog> Read(GitRepository repository, ChangelogTarget target, ChangelogWish wish, bool hasComponents, ChangelogOnline? online)
    {
        using var progress = _terminal.Progress("commits");

        if (!hasComponents)
        {
            return Reader(repository).Read(target);
        }

        var readers = ComponentReader.Open(repository).Select(Reader).ToArray();
        var released = readers.Where(reader => reader.Has(target)).ToArray();

        foreach (var name in released is [] ? [] : readers.Except(released).Select(reader => reader.Component))
        {
            _terminal.Note(target.Release is { } version ? $"{name} has no release {version} and is left out." : $"{name} has no release and is left out.");
        }

        return [.. (released is [] ? readers : released).SelectMany(reader => reader.Read(target))];

        ChangelogReader Reader(GitRepository place) => new(place, wish, progress.Report, online is null ? null : online.Ask);
    }

    /// <exception cref="ReleaseException">RT4030, RT4031 or RT4303: what is meant is not said, or said twice.</exception>
    private ChangelogTarget TargetOf(ParseResult parsed)
    {
        ChangelogTarget?[] targets =
        [
            parsed.GetValue(_range) is { } range ? new(ChangelogTargetKind.Range, Range: CommitRange.Parse(range)) : null,
            parsed.GetValue(_unreleased) ? new(ChangelogTargetKind.Unreleased, As: _release.Version(parsed)) : null,
            parsed.GetValue(_latest) ? new(ChangelogTargetKind.Latest) : null,
            parsed.GetValue(_version) is { } version ? new(ChangelogTargetKind.Release, Release: version) : null,
            parsed.GetValue(_all) ? new(ChangelogTargetKind.All) : null,
        ];

        return targets.OfType<ChangelogTarget>().ToArray() switch
        {
            [] => throw new ReleaseException(CommitDiagnostics.NoRange()),
            [var target] => target,
            var several => throw new ReleaseException(ChangelogDiagnostics.TwoTargets(several.Select(target => Named(target, parsed)))),
        };
    }

    private string Named(ChangelogTarget target, ParseResult parsed) => target.Kind switch
    {
        ChangelogTargetKind.Range => parsed.GetValue(_range)!,
        ChangelogTargetKind.Release => _version.Name,
        ChangelogTargetKind.Latest => _latest.Name,
        ChangelogTargetKind.All => _all.Name,
        _ => _unreleased.Name,
    };

    private void Write(ImmutableArray<Changelog.Changelog> told, IChangelogRenderer renderer, ChangelogStyle style)
    {
        var isFirst = true;

        foreach (var text in SideBySide.Select(told, changelog => renderer.Render(changelog, style)))
        {
            _terminal.Out.Write(isFirst ? "" : "\n");
            _terminal.Out.Write(text);
            isFirst = false;
        }
    }

    private void Count(int left)
    {
        if (left > 0)
        {
            _terminal.Note(left == 1 ? "1 commit is not conventional and is left out." : $"{left} commits are not conventional and are left out.");
        }
    }
}
