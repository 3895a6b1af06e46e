using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>Makes the changelog of a release out of its commits, and decides what becomes of every one of them.</summary>
internal sealed class ChangelogComposer
{
    private readonly ChangelogHistory _history;
    private readonly ReleaseSpan _span;
    private readonly ChangelogWish _wish;
    private readonly EntryHeadings _headings;
    private readonly Dictionary<int, (CommitFate Fate, string Why)> _fates = [];
    private readonly Dictionary<int, ImmutableArray<ChangelogEntry>> _entries = [];
    private readonly RevertRange _range;
    private readonly SpokenTitles _titles;

    private ChangelogComposer(ChangelogHistory history, ReleaseSpan span, ChangelogWish wish)
    {
        _history = history;
        _span = span;
        _wish = wish;
        _headings = new(wish.Rules);
        var contained = new Lazy<FrozenSet<int>>(() => span.Commits.ToFrozenSet());
        _range = new(history.Graph, span.Commits, number => contained.Value.Contains(number), number => history[number].Reading.PullRequest, number => history[number].Reading.Header);
        _titles = new(history, span, _range.Contains);
    }

    /// <param name="history">Where the commits are from.</param>
    /// <param name="span">The release.</param>
    /// <param name="wish">What is to be told.</param>
    /// <param name="patches">The patch ids of the commits that <see cref="SameChanges.Doubtful"/> names.</param>
    public static Changelog Compose(ChangelogHistory history, ReleaseSpan span, ChangelogWish wish, FrozenDictionary<CommitId, string>? patches = null)
    {
        var composer = new ChangelogComposer(history, span, wish);
        composer.Decide(patches);
        composer.Collapse();
        return composer.Told();
    }

    /// <summary>The commits of which it may matter what the site that hosts the repository knows.</summary>
    public static IEnumerable<int> Candidates(ChangelogHistory history, ReleaseSpan span, ChangelogWish wish, FrozenDictionary<CommitId, string>? patches = null)
    {
        var composer = new ChangelogComposer(history, span, wish);
        composer.Decide(patches);
        return span.Commits.Where(number => composer._entries.ContainsKey(number) || composer.IsOpen(number));
    }

    private void Decide(FrozenDictionary<CommitId, string>? patches)
    {
        Judge();
        Cancel();
        Drop(patches ?? FrozenDictionary<CommitId, string>.Empty);
        Merge(patches ?? FrozenDictionary<CommitId, string>.Empty);
    }

    /// <summary>Whether the labels of its pull request may still bring it in.</summary>
    private bool IsOpen(int number) =>
        (_headings.AreForRequests && (_fates.GetValueOrDefault(number).Fate == CommitFate.NotConventional || IsHiddenBy(number, HidingRule.Type))) || (_wish.ShowsOther && _fates.GetValueOrDefault(number).Fate == CommitFate.NotConventional);

    /// <summary>What the commit alone decides.</summary>
    private void Judge()
    {
        var requests = new Dictionary<string, int>();

        foreach (var number in _span.Commits)
        {
            var commit = _history[number];
            var reading = commit.Reading;

            if (!IsRelevant(number))
            {
                _fates[number] = (CommitFate.Hidden, HidingRule.Paths);
            }
            else if (reading.IsSkipped)
            {
                _fates[number] = (CommitFate.Hidden, HidingRule.Skip);
            }
            else if (_titles.Find(number) is { } titles)
            {
                Tell(number, titles);
            }
            else if (reading.Entries is [] && !commit.IsMerge && !reading.IsMachineWritten && _headings.AreForRequests && reading.Request is { } request)
            {
                JudgeRequest(number, request, requests);
            }
            else if (reading.Entries is [])
            {
                _fates[number] = commit.IsMerge ? (CommitFate.Hidden, HidingRule.Merge) : reading.IsMachineWritten ? (CommitFate.Hidden, HidingRule.Machine) : (CommitFate.NotConventional, "");
            }
            else
            {
                Tell(number, reading.Entries);
            }
        }
    }

    /// <summary>Labels say what a commit does not, and its pull request's title speaks for all of such.</summary>
    private void JudgeRequest(int number, HostedItem request, Dictionary<string, int> requests)
    {
        var entry = request.Title.Length > 0 ? Other(number) with { Text = request.Title } : Other(number);

        if (!IsShown(entry))
        {
            _fates[number] = _headings.WhyExcluded(entry) is { } why ? (CommitFate.Hidden, why) : (CommitFate.NotConventional, "");
        }
        else if (requests.TryAdd(request.Number, number))
        {
            _entries[number] = [entry];
        }
        else
        {
            _fates[number] = (CommitFate.Merged, $"same as {_history.Id(requests[request.Number])} (pull request #{request.Number})");
        }
    }

    private void Tell(int number, ImmutableArray<ChangelogEntry> entries)
    {
        if (entries.Where(IsShown).ToImmutableArray() is { IsEmpty: false } shown)
        {
            _entries[number] = shown;
        }
        else
        {
            _fates[number] = (CommitFate.Hidden, _headings.WhyHidden(entries[0]));
        }
    }

    /// <summary>A merge changes nothing itself, so it is about what it brought.</summary>
    private bool IsRelevant(int number) => _span.IsRelevant is not { } isRelevant || isRelevant(number) || _titles.BroughtBy(number).Any(isRelevant);

    private bool IsShown(ChangelogEntry entry) => !entry.IsSkipped && _headings.WhyExcluded(entry) is null && (entry.Breaking is not [] || _headings.Find(entry) is not null);

    /// <summary>A revert cancels whatever kind of commit it takes back.</summary>
    private void Cancel()
    {
        var reverting = _span.Commits
            .Where(number => _history[number].Reading.Reverts is not [] && !IsHiddenBy(number, HidingRule.Paths))
            .Select(number => new RevertingCommit(number, _history[number].Reading.Reverts, _history[number].Reading.SaysMoreThanRevert));

        foreach (var (number, why) in Reverts.Find(_range, reverting))
        {
            if (!IsHiddenBy(number, HidingRule.Paths))
            {
                _fates[number] = (CommitFate.Cancelled, why);
                _entries.Remove(number);
            }
        }
    }

    /// <summary>What the release before told already, and came back with a branch that was merged.</summary>
    private void Drop(FrozenDictionary<CommitId, string> patches)
    {
        var told = _span.Sides?.Commits.Where(_entries.ContainsKey) ?? [];

        foreach (var (number, released, why) in ReleasedChanges.Find(_history, told, _span.Released, patches).ToArray())
        {
            _fates[number] = (CommitFate.Merged, $"same as {_history.Id(released)} ({why}), which was released");
            _entries.Remove(number);
        }
    }

    private void Merge(FrozenDictionary<CommitId, string> patches)
    {
        int[] told = [.. _span.Commits.Where(_entries.ContainsKey)];

        foreach (var (speaker, others) in SameChanges.Find(_history, told, FindTold, patches).ToArray())
        {
            var authors = others.Select(other => other.Commit).Prepend(speaker).SelectMany(number => _entries[number][0].Authors).Distinct().ToImmutableArray();
            _entries[speaker] = [.. JoinedEntries.Of(_entries[speaker], others.SelectMany(other => _entries[other.Commit])).Select(entry => entry with { Also = [.. others.Select(other => _history.Id(other.Commit))], Authors = authors })];

            foreach (var (number, why) in others)
            {
                _fates[number] = (CommitFate.Merged, $"same as {_history.Id(speaker)} ({why})");
                _entries.Remove(number);
            }
        }
    }

    private int FindTold(string hash) => _range.Find(new(hash)) is >= 0 and var number && _entries.ContainsKey(number) ? number : CommitNames.Unknown;

    private void Collapse()
    {
        var updates = _span.Commits.Where(number => _entries.TryGetValue(number, out var entries) && entries is [{ Update: not null }]).Select(number => _entries[number][0]).ToArray();

        foreach (var (whole, links) in DependencyChains.Find(updates))
        {
            _entries[_history.Graph.Find(whole.Commit)] = [whole];

            foreach (var link in links.Skip(1))
            {
                var number = _history.Graph.Find(link.Commit);
                _fates[number] = (CommitFate.Merged, $"part of {whole.Commit} (update of {whole.Update!.Name})");
                _entries.Remove(number);
            }
        }
    }

    private Changelog Told()
    {
        ImmutableArray<ChangelogEntry> entries = [.. _headings.Complete(_span.Commits.Where(_entries.ContainsKey).SelectMany(number => _entries[number]), _wish.PrefersTitles)];
        var byType = entries.ToLookup(entry => entry.Type);

        return new()
        {
            Component = _span.Component,
            Tag = _span.Tag,
            Version = _span.Version,
            Previous = _span.Previous,
            Date = _span.Date,
            Last = _span.Commits is [var last, ..] ? _history.Id(last) : null,
            Breaking = [.. entries.Where(entry => entry.Breaking is not [])],
            Sections = [.. Joined(_wish.Rules.Select(rule => new ChangelogSection(rule.Title, Of(rule, entries, byType))).Concat(Others()).Where(section => section.Entries is not []))],
            Contributors = ContributorRanking.Of(_span.Commits.Where(_entries.ContainsKey).Select(number => _entries[number][0].Authors)),
            Accounting = Account(),
        };
    }

    /// <summary>In the order of the commits, whatever their types.</summary>
    private ImmutableArray<ChangelogEntry> Of(SectionRule rule, ImmutableArray<ChangelogEntry> entries, ILookup<string, ChangelogEntry> byType) =>
        (_headings.AreForRequests ? null : byType.Where(type => ReferenceEquals(_headings.Find(type.First()), rule)).ToArray()) switch
        {
            [] => [],
            [var only] => [.. only],
            _ => [.. entries.Where(entry => ReferenceEquals(_headings.Find(entry), rule))],
        };

    /// <summary>Somebody may have a heading of the name that we give the others.</summary>
    private static IEnumerable<ChangelogSection> Joined(IEnumerable<ChangelogSection> sections) =>
        sections.GroupBy(section => section.Title).Select(same => new ChangelogSection(same.Key, [.. same.SelectMany(section => section.Entries)]));

    private IEnumerable<ChangelogSection> Others() => !_wish.ShowsOther ? [] :
    [
        new(ChangelogWish.Other, [.. _span.Commits.Where(number => _fates.GetValueOrDefault(number, (CommitFate.Shown, "")).Item1 == CommitFate.NotConventional).Select(Other)]),
    ];

    private ChangelogEntry Other(int number)
    {
        var reading = _history[number].Reading;

        return new(_history.Id(number), "", null, reading.Header, [], [])
        {
            PullRequest = reading.Request?.Number ?? reading.PullRequest,
            Request = reading.Request,
            Items = reading.Request is { } request ? [request] : [],
            Authors = reading.Authors,
        };
    }

    private Accounting Account()
    {
        var counts = _fates.Values.CountBy(fate => fate.Fate).ToDictionary();

        return new()
        {
            Shown = _entries.Count,
            HiddenBy = _fates.Values.Where(fate => fate.Fate == CommitFate.Hidden).CountBy(fate => fate.Why).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Merged = counts.GetValueOrDefault(CommitFate.Merged),
            Cancelled = counts.GetValueOrDefault(CommitFate.Cancelled),
            NotConventional = counts.GetValueOrDefault(CommitFate.NotConventional),
            Commits = _wish.KeepsAccounts ? [.. _span.Commits.Select(AccountOf)] : [],
        };
    }

    private CommitAccount AccountOf(int number)
    {
        var reading = _history[number].Reading;

        return _fates.TryGetValue(number, out var fate)
            ? new(_history.Id(number), reading.Header, fate.Fate, fate is (CommitFate.Hidden, HidingRule.Type) ? $"type {string.Join(", ", reading.Entries.Concat(reading.Title).Select(entry => entry.Type).Distinct())}" : fate.Why)
            : new(_history.Id(number), reading.Header, CommitFate.Shown, Where(_entries[number]));
    }

    /// <summary>The headings a commit is told under.</summary>
    private string Where(ImmutableArray<ChangelogEntry> entries) => string.Join(", ", entries
        .SelectMany(entry => (_headings.Find(entry) is { } rule ? new[] { rule.Title } : []).Concat(entry.Breaking is [] ? [] : ["breaking"]))
        .Distinct());

    private bool IsHiddenBy(int number, string rule) => _fates.TryGetValue(number, out var fate) && fate == (CommitFate.Hidden, rule);
}
