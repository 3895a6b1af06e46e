using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog.Hosted;

/// <summary>What the site that hosts the repository has told: of its issues and pull requests, and whose the commits are.</summary>
internal sealed class HostedFacts
{
    private readonly FrozenDictionary<string, HostedItem> _items;
    private readonly FrozenDictionary<CommitId, HostedCommit> _commits;
    private readonly FrozenDictionary<string, HostedAccount> _accounts;

    public HostedFacts(IEnumerable<HostedItem> items, IEnumerable<HostedCommit> commits)
    {
        _items = items.DistinctBy(item => item.Number).ToFrozenDictionary(item => item.Number);
        _commits = commits.DistinctBy(commit => commit.Id).ToFrozenDictionary(commit => commit.Id);
        _accounts = _commits.Values.SelectMany(commit => commit.Authors)
            .Where(author => author.Account is not null)
            .DistinctBy(author => author.Email, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(author => author.Email, author => author.Account!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Where nobody was asked, or nobody answered.</summary>
    public static HostedFacts None { get; } = new([], []);

    public bool IsEmpty => _items.Count == 0 && _commits.Count == 0;

    public HostedItem? Find(string number) => _items.GetValueOrDefault(number);

    /// <summary>A commit with all that is known of it: who wrote it, what brought it, and what its numbers name.</summary>
    public CommitReading Complete(CommitId commit, CommitReading reading)
    {
        var told = _commits.GetValueOrDefault(commit);
        var completed = reading.By(reading.Authors.Select((author, place) => Known(author, place, told)));
        return completed with { Request = RequestOf(reading.PullRequest, told), Entries = [.. completed.Entries.Select(entry => Complete(entry, told))] };
    }

    private ChangelogEntry Complete(ChangelogEntry entry, HostedCommit? commit)
    {
        var request = RequestOf(entry.PullRequest, commit);
        var named = entry.References.Where(reference => reference.Repository is null).Select(reference => _items.GetValueOrDefault(reference.Issue));
        var own = entry.PullRequest is { } number ? _items.GetValueOrDefault(number) : null;

        return entry with
        {
            // What stands in brackets behind a first line may be an issue all the same.
            PullRequest = request?.Number ?? (own is { Kind: HostedKind.Issue } ? null : entry.PullRequest),
            Request = request,
            Items = [.. new[] { request, own }.Concat(named).OfType<HostedItem>().DistinctBy(item => item.Number)],
        };
    }

    private HostedItem? RequestOf(string? number, HostedCommit? commit) =>
        number is not null && _items.GetValueOrDefault(number) is { Kind: HostedKind.PullRequest } named ? named
        : commit?.PullRequest is { } brought ? _items.GetValueOrDefault(brought)
        : null;

    /// <summary>By their address as the site knows it, since anybody can write under an address that only looks like somebody's; or, where a mailmap gave them another, by their place.</summary>
    private Contributor Known(Contributor author, int place, HostedCommit? commit) => author with
    {
        Account = _accounts.GetValueOrDefault(author.Email) ?? (place == 0 && commit is { Authors: [var (_, account), ..] } ? account : null),
    };
}
