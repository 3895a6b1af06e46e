using System.Collections.Frozen;
using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>Looks at a repository for the commits of a changelog and makes it out of them.</summary>
internal sealed class ChangelogReader
{
    private readonly GitRepository _repository;
    private readonly ChangelogWish _wish;
    private readonly Action<int>? _progress;
    private readonly Func<HostedQuestions, HostedFacts>? _ask;
    private readonly Lazy<VersionOptions> _options;
    private readonly Lazy<ImmutableArray<ReleaseTag>> _releases;

    /// <param name="repository">Opened at the component's folder: the settings of the nearest version file above it hold.</param>
    /// <param name="wish">What is to be told.</param>
    /// <param name="progress">Hears now and then how many commits were read.</param>
    /// <param name="ask">Asks the site that hosts the repository; null for nobody.</param>
    public ChangelogReader(GitRepository repository, ChangelogWish wish, Action<int>? progress = null, Func<HostedQuestions, HostedFacts>? ask = null)
    {
        _repository = repository;
        _wish = wish;
        _progress = progress;
        _ask = ask;
        var files = VersionReader.ReadWorkingFiles(repository);
        _options = new(() => VersionReader.ReadOptions(repository, repository.ReadHead()) ?? VersionOptions.Default);
        _releases = new(() => ReleaseTag.Select(repository.ReadTags(), _options.Value.Tags.Prefix));
        Component = files.Files is [var nearest, ..] && Path.GetDirectoryName(nearest.Path)?.Replace('\\', '/') is { Length: > 0 } folder ? folder : null;
    }

    /// <summary>The folder of the component, or null for the whole repository.</summary>
    public string? Component { get; }

    /// <summary>Whether the release that is asked for is there; where none is asked for, all that there is will do.</summary>
    public bool Has(ChangelogTarget target) => target.Kind switch
    {
        ChangelogTargetKind.Release => FindRelease(target.Release!) is not null,
        ChangelogTargetKind.Latest => LineTo(_repository.ReadHead().Id).Last(0, version: null) is not null,
        _ => true,
    };

    /// <summary>One changelog, or for the whole history one for each release, the newest first.</summary>
    /// <exception cref="ReleaseException">RT1005, RT4300, RT4301 or RT4310: what is asked for is not there. RT4032: the clone does not hold all of it.</exception>
    public ImmutableArray<Changelog.Changelog> Read(ChangelogTarget target) => target.Kind switch
    {
        ChangelogTargetKind.All => ReadAll(),
        ChangelogTargetKind.Range => [ReadRange(target.Range!)],
        ChangelogTargetKind.Release => [ReadRelease(target.Release!)],
        ChangelogTargetKind.Latest => [ReadLatest()],
        _ => [ReadUnreleased(target.As)],
    };

    /// <summary>What the commit that is checked out brings: the release that is on it, or all since the last one.</summary>
    public Changelog.Changelog ReadCurrent() => LineTo(_repository.ReadHead().Id).On(0) is { } release ? ReadRelease(release) : ReadUnreleased(version: null);

    /// <summary>The commits since the nearest release, or all of them.</summary>
    public CommitRange FindUnreleased()
    {
        var line = LineTo(_repository.ReadHead().Id);
        return new((line.On(0) ?? line.Before(0, version: null))?.Commit.Hash, CommitRange.Head);
    }

    private ImmutableArray<Changelog.Changelog> ReadAll()
    {
        var head = _repository.HeadCommit ?? _repository.ReadHead().Id;

        // Asked for while git is writing the history.
        var releases = Task.Run(() => _releases.Value);
        var history = LogReader.Read(_repository, head, since: null, _progress);
        return Compose(history, new ReleaseLine(history.Graph, history.Commits, releases.GetAwaiter().GetResult()).Spans(), head, since: null);
    }

    private Changelog.Changelog ReadRange(CommitRange range)
    {
        var (to, from) = (_repository.Resolve(range.To), range.From is { } name ? _repository.Resolve(name) : (CommitId?)null);
        var release = OnCommit(to, range.To);
        var previous = from is { } start ? OnCommit(start, range.From)?.Name : null;
        return Compose(to, from, release, previous);
    }

    private Changelog.Changelog ReadRelease(string named) =>
        ReadRelease(FindRelease(named) ?? throw new ReleaseException(ChangelogDiagnostics.NoSuchRelease(named, _releases.Value.MaxBy(release => release.Version)?.Name)));

    private ReleaseTag? FindRelease(string named) => _releases.Value.FirstOrDefault(release => release.Name == named)
        ?? (SemanticVersion.TryParse(named.StartsWith('v') ? named[1..] : named, out var version) ? _releases.Value.FirstOrDefault(release => release.Version == version) : null);

    private Changelog.Changelog ReadLatest()
    {
        var line = LineTo(_repository.ReadHead().Id);
        return (line.On(0) ?? line.Before(0, version: null)) is { } release ? ReadRelease(release) : throw new ReleaseException(ChangelogDiagnostics.NoRelease());
    }

    /// <param name="version">The version it will have; null where that is not said.</param>
    private Changelog.Changelog ReadUnreleased(SemanticVersion? version)
    {
        var head = _repository.ReadHead().Id;
        var line = LineTo(head);
        var last = line.Last(0, version);
        return Compose(head, last?.Commit, release: null, last?.Name);
    }

    private Changelog.Changelog ReadRelease(ReleaseTag release)
    {
        var line = LineTo(release.Commit);
        var previous = line.IsEmpty ? throw new ReleaseException(ChangelogDiagnostics.TagOnNoCommit(release.Name)) : line.Before(0, release.Version);
        return Compose(release.Commit, previous?.Commit, release, previous?.Name);
    }

    /// <summary>The line that leads to a commit, which has the number 0 in it.</summary>
    private ReleaseLine LineTo(CommitId commit) => ReleaseLine.Of(_repository.ReadGraph(commit), _releases.Value);

    private ReleaseTag? OnCommit(CommitId commit, string? named)
    {
        var releases = _releases.Value.Where(release => release.Commit == commit).ToArray();
        return releases.FirstOrDefault(release => named == release.Name || named == $"tags/{release.Name}" || named == $"refs/tags/{release.Name}") ?? releases.MaxBy(release => release.Version);
    }

    private Changelog.Changelog Compose(CommitId to, CommitId? from, ReleaseTag? release, string? previous)
    {
        var history = LogReader.Read(_repository, to, from, _progress);
        var commits = history.Commits;

        if (from is { } after && SideBranches.Find(history, commits, history.Graph.Find(after)) is { } sides && BaseOf(history, sides) is { } start)
        {
            // What the last release had and these branches had not is needed as well.
            var wider = LogReader.Read(_repository, [to, after], start, _progress);
            commits = [.. commits.Select(number => wider.Graph.Find(history.Id(number)))];
            history = wider;
        }

        var number = from is { } id ? history.Graph.Find(id) : CommitNames.Unknown;
        return Compose(history, [new() { Commits = commits, Tag = release?.Name, Version = release?.Version, Previous = previous, After = number < 0 ? null : number }], to, from)[0];
    }

    /// <summary>The commit behind which all side branches are alike; null where there is none, as in a shallow clone.</summary>
    private CommitId? BaseOf(ChangelogHistory history, SideBranches sides) => sides.Forks is [var only] ? history.Id(only)
        : _repository.Git.Ask("", ["merge-base", "--octopus", "--end-of-options", .. sides.Forks.Select(fork => history.Id(fork).Hash)]) is { ExitCode: 0, Output: var output } ? new(output.Split('\n')[0])
        : null;

    private ImmutableArray<Changelog.Changelog> Compose(ChangelogHistory history, ImmutableArray<ReleaseSpan> given, CommitId to, CommitId? since)
    {
        var relevant = _options.Value.PathFilters is { } filters ? _repository.FindRelevant(to, filters, since) : null;
        history.Rename(MailmapReader.Read(_repository.Git, history.CoAuthors()));
        ImmutableArray<ReleaseSpan> spans = [.. given.Select(span => WithSides(history, span))];
        var patches = PatchReader.Read(_repository.Git, [.. spans.SelectMany(span => SameChanges.Doubtful(history, span.Released is [] ? span.Commits : [.. span.Commits, .. span.Released])).Distinct()]);
        var dates = DatesOf([.. spans.Where(span => span.Commits is not []).Select(span => history.Id(span.Commits[0]))]);

        spans =
        [
            .. spans.Select(span => span with
            {
                Component = Component,
                Date = span.Commits is [var last, ..] ? dates[history.Id(last)] : null,
                IsRelevant = relevant is null ? null : number => relevant.Contains(history.Id(number)),
            }),
        ];

        if (_ask is not null)
        {
            history.Learn(_ask(HostedQuestions.Of(history, spans.SelectMany(span => ChangelogComposer.Candidates(history, span, _wish, patches)))));
        }

        return SideBySide.Select(spans, span => ChangelogComposer.Compose(history, span, _wish, patches));
    }

    private static ReleaseSpan WithSides(ChangelogHistory history, ReleaseSpan span) =>
        span.After is { } after && SideBranches.Find(history, span.Commits, after) is { } sides ? span with { Sides = sides, Released = sides.Released(history.Graph, history.Places, after) } : span;

    private FrozenDictionary<CommitId, DateTimeOffset> DatesOf(ImmutableArray<CommitId> commits) =>
        commits.Zip(CommitLog.Read(_repository.Git, commits, "--format=%cI")).DistinctBy(one => one.First).ToFrozenDictionary(one => one.First, one => LogFields.Date(one.Second));
}
