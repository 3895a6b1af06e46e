using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Changelog;
using ReleaseTools.Cli.Reporting;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Cli.Commands;

/// <summary><c>dotnet release changelog</c>: what commits mean to users.</summary>
internal sealed class ChangelogCommand
{
    private readonly Argument<string?> _range = new("RANGE") { Description = "Two commits with two dots between them, as in v1.3.0..v1.4.0.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _unreleased = new("--unreleased") { Description = "Everything since the last release, or since the beginning." };
    private readonly Option<bool> _latest = new("--latest") { Description = "What came with the last release." };
    private readonly Option<string?> _version = new("--version") { Description = "What came with the release of this version, or tag.", HelpName = "VERSION" };
    private readonly Option<bool> _all = new("--all") { Description = "The whole history, release by release." };
    private readonly Option<string?> _project = new("--project") { Description = "A folder of the component it is about: the tag prefix and the path filters of its version.json hold. Default: the current folder, or --repo.", HelpName = "DIR" };
    private readonly Option<bool> _components = new("--components") { Description = "Of each component by itself, under a summary: of every folder whose version.json has path filters or a tag prefix." };
    private readonly Option<bool> _other = new("--other") { Description = "Show commits that are not conventional as well." };
    private readonly Option<bool> _explain = new("--explain") { Description = "Say of every commit what became of it, instead of the changelog." };

    private readonly Option<string> _format = new("--format")
    {
        Description = $"One of {string.Join(", ", ChangelogRenderers.All.Select(renderer => renderer.Name))}. Default: the first.",
        HelpName = "NAME",
        DefaultValueFactory = _ => ChangelogRenderers.All[0].Name,
    };

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
            "Print the changelog of a release, or of any range of commits.",
            ("dotnet release changelog v1.3.0..v1.4.0", "what lies between two commits"),
            ("dotnet release changelog --unreleased", "what the next release will bring"),
            ("dotnet release changelog --version 1.4.0 --project src/Api", "what came with a release of a component"),
            ("dotnet release changelog --all --format keepachangelog", "everything, in another form"),
            ("dotnet release changelog --unreleased --components", "what waits in each component of the repository"),
            ("dotnet release changelog --unreleased --explain", "which commits are told, which are not, and why"))
        {
            changelog._range, changelog._unreleased, changelog._latest, changelog._version, changelog._all, changelog._project, changelog._components, changelog._other, changelog._explain, changelog._format,
        };

        command.SetAction(changelog.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_format);

        var renderer = ChangelogRenderers.All.FirstOrDefault(one => one.Name == name)
            ?? throw new ReleaseException(CommitDiagnostics.NoSuchFormat(name, ChangelogRenderers.All.Select(one => one.Name)));

        var target = TargetOf(parsed);
        var wish = new ChangelogWish(renderer.Rules, parsed.GetValue(_other), KeepsAccounts: parsed.GetValue(_explain));
        var folder = Path.GetFullPath(parsed.GetValue(_project) ?? ".", _common.FolderOf(parsed, _terminal));
        var (hasComponents, isJson) = (parsed.GetValue(_components), parsed.GetValue(_common.Json));
        var told = Read(GitRepository.Open(folder), target, wish, hasComponents);

        if (isJson)
        {
            ChangelogAnswer.WriteJson(_terminal.Out, told, isWhole: hasComponents || target.Kind == ChangelogTargetKind.All);
        }
        else if (wish.KeepsAccounts)
        {
            ChangelogAccount.Write(_terminal.Out, told);
        }
        else if (hasComponents)
        {
            ComponentSummary.Write(_terminal.Out, told, renderer);
        }
        else
        {
            Write(told, renderer);
        }

        Count(isJson || wish.KeepsAccounts || wish.ShowsOther ? 0 : told.Sum(changelog => changelog.NotConventional));

        return (int)ExitCode.Done;
    }

    private ImmutableArray<Changelog.Changelog> Read(GitRepository repository, ChangelogTarget target, ChangelogWish wish, bool hasComponents)
    {
        using var progress = _terminal.Progress("commits");
        var places = hasComponents ? ComponentReader.Open(repository) : [repository];
        return [.. places.SelectMany(place => new ChangelogReader(place, wish, progress.Report).Read(target))];
    }

    /// <exception cref="ReleaseException">RT4030 or RT4031: what is meant is not said, or said twice.</exception>
    private ChangelogTarget TargetOf(ParseResult parsed)
    {
        ChangelogTarget?[] targets =
        [
            parsed.GetValue(_range) is { } range ? new(ChangelogTargetKind.Range, Range: CommitRange.Parse(range)) : null,
            parsed.GetValue(_unreleased) ? new(ChangelogTargetKind.Unreleased) : null,
            parsed.GetValue(_latest) ? new(ChangelogTargetKind.Latest) : null,
            parsed.GetValue(_version) is { } version ? new(ChangelogTargetKind.Release, Release: version) : null,
            parsed.GetValue(_all) ? new(ChangelogTargetKind.All) : null,
        ];

        return targets.OfType<ChangelogTarget>().ToArray() is [var target] ? target : throw new ReleaseException(CommitDiagnostics.NoRange());
    }

    private void Write(IEnumerable<Changelog.Changelog> told, IChangelogRenderer renderer)
    {
        var isFirst = true;

        foreach (var changelog in told)
        {
            _terminal.Out.Write(isFirst ? "" : "\n");
            _terminal.Out.Write(renderer.Render(changelog));
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
