using System.Collections.Immutable;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>A commit as changelog and next version read it: what it says, and what ties it to other commits.</summary>
internal sealed record CommitReading
{
    private static readonly string[] TakingBack = ["revert", "reapply", "undo", "back out", "backout", "roll back", "rollback"];

    /// <summary>What it says; nothing where it is not conventional. A squashed pull request may say several things.</summary>
    public ImmutableArray<ChangelogEntry> Entries { get; init; } = [];

    /// <summary>The message of a merge that a host may have put around a pull request's, and the commit; null for any other.</summary>
    private (CommitId Commit, string Message)? Merged { get; init; }

    /// <summary>Whether it may have a <see cref="Title"/>.</summary>
    public bool MayHaveTitle => Merged is not null;

    /// <summary>What the title of a pull request says that this commit merged: it counts where nothing of what was merged does. Few are asked for it, so it is read only then.</summary>
    public ImmutableArray<ChangelogEntry> Title => Merged is not (var commit, var message) || HostedMessage.Read(message) is not { } hosted ? []
        : [.. ReadAll(commit, CommitParts.In(hosted.Message)).Select(entry => entry with { PullRequest = hosted.Number, IsMergeRequest = hosted.IsMergeRequest, Authors = Authors })];

    /// <summary>Who wrote it, its author first; none where nobody asked.</summary>
    public ImmutableArray<Contributor> Authors { get; init; } = [];

    /// <summary>Whether its author wants all of it left out.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Whether git, a host or a rebase wrote the message.</summary>
    public bool IsMachineWritten { get; init; }

    /// <summary>What it takes back.</summary>
    public ImmutableArray<RevertNote> Reverts { get; init; } = [];

    /// <summary>Whether it does more than to take back.</summary>
    public bool SaysMoreThanRevert { get; init; }

    /// <summary>The number of the pull request it came with, or null.</summary>
    public string? PullRequest { get; init; }

    /// <summary>That pull request, or another that brought it, as the site tells of it; null where nobody asked.</summary>
    public HostedItem? Request { get; init; }

    /// <summary>Gerrit's name for the change, or null.</summary>
    public string? ChangeId { get; init; }

    /// <summary>The commit it was picked from, or null.</summary>
    public string? Origin { get; init; }

    /// <summary>The first line, as its author wrote it.</summary>
    public required string Header { get; init; }

    /// <param name="commit">The commit.</param>
    /// <param name="message">All of its message.</param>
    /// <param name="author">Who wrote it; none where nobody asks.</param>
    /// <param name="isMerge">Whether it has more than one parent.</param>
    public static CommitReading Read(CommitId commit, string message, ImmutableArray<Contributor> author = default, bool isMerge = false)
    {
        if (ChangelogEntry.ReadLine(commit, message, author.IsDefault ? [] : author) is { } line)
        {
            return new() { Header = message, Entries = [line], Authors = line.Authors, PullRequest = line.PullRequest };
        }

        var origin = ChangelogTrailers.HasOrigin(message) ? ChangelogTrailers.OriginIn(message) : null;
        var written = origin is null ? message : ChangelogTrailers.WithoutOrigin(message);
        return isMerge && HostedMessage.IsTitle(written) ? ReadMerge(commit, written, origin, author) : ReadWhole(commit, written, origin, author);
    }

    private static CommitReading ReadMerge(CommitId commit, string message, string? origin, ImmutableArray<Contributor> author) => new()
    {
        Header = FirstLine(message),
        Merged = (commit, message),
        Authors = AuthorsOf(author, message),
        IsSkipped = IsSkippedBy(message),
        IsMachineWritten = true,
        Reverts = RevertNote.In(message),
        PullRequest = PullRequestMark.Find(FirstLine(message)),
        ChangeId = ChangelogTrailers.ChangeIdIn(message),
        Origin = origin,
    };

    private static CommitReading ReadWhole(CommitId commit, string written, string? origin, ImmutableArray<Contributor> author)
    {
        var hosted = HostedMessage.Read(written);
        var text = hosted?.Message ?? written;
        var parts = CommitParts.In(text);
        var header = FirstLine(written);
        var number = hosted?.Number ?? PullRequestMark.Find(header);
        var people = AuthorsOf(author, text);
        var isRequest = hosted?.IsMergeRequest ?? PullRequestMark.IsMergeRequest(header);
        var entries = ReadAll(commit, parts).Select(entry => entry with { PullRequest = number, IsMergeRequest = isRequest, Authors = people }).ToImmutableArray();
        entries = entries is [] && Update(commit, header, author) is { } update ? [update with { PullRequest = number, IsMergeRequest = isRequest, Authors = people }] : entries;
        var reverts = RevertNote.In(text);

        return new()
        {
            Header = header,
            Entries = entries,
            Authors = people,
            IsSkipped = (entries is not [] && entries.All(entry => entry.IsSkipped)) || IsSkippedBy(parts[0]),
            IsMachineWritten = entries is [] && hosted?.Number is null && IgnoredMessage.Is(CommitText.From("", written)),
            Reverts = reverts,
            SaysMoreThanRevert = reverts is not [] && entries.Any(SaysMore) && ChangelogEntry.Reapplied(PullRequestMark.Without(header)) is null,
            PullRequest = number,
            ChangeId = ChangelogTrailers.ChangeIdIn(text),
            Origin = origin,
        };
    }

    /// <summary>The same by other people, each of whom counts once.</summary>
    public CommitReading By(IEnumerable<Contributor> people)
    {
        ImmutableArray<Contributor> authors = [.. people.DistinctBy(person => person.Email, StringComparer.OrdinalIgnoreCase)];
        return this with { Authors = authors, Entries = [.. Entries.Select(entry => entry with { Authors = authors })] };
    }

    private static ImmutableArray<Contributor> AuthorsOf(ImmutableArray<Contributor> author, string message) =>
        author.IsDefault ? [] : ChangelogTrailers.CoAuthorsIn(message) is { IsEmpty: false } others ? [.. author.Concat(others).DistinctBy(person => person.Email, StringComparer.OrdinalIgnoreCase)] : author;

    /// <summary>What dependabot and renovate write where nobody told them to be conventional.</summary>
    private static ChangelogEntry? Update(CommitId commit, string header, ImmutableArray<Contributor> author) =>
        !author.IsDefault && author is [var first, ..] && BotAuthor.Is(first.Name) && PullRequestMark.Without(header) is var subject && (DependencyUpdate.Read(subject) is { } || DependencyUpdate.IsOfGroup(subject))
            ? new(commit, DependencyUpdate.Type, DependencyUpdate.Scope, header, [], []) { Update = DependencyUpdate.Read(subject) }
            : null;

    /// <summary>The word on a squashed pull request as a whole, or on a message that is not conventional.</summary>
    private static bool IsSkippedBy(string part) =>
        part.Contains("Changelog", StringComparison.OrdinalIgnoreCase) && CommitMessage.Read(part) is { Footer: not [] } message && ChangelogTrailers.IsSkipped(message.Footers);

    /// <summary>What is new or breaks something is there however much it takes back, and so is what has a subject beside the taking back.</summary>
    private static bool SaysMore(ChangelogEntry entry) => entry is { Type: "feat" } or { Breaking: not [] }
        || (entry.Type != "revert" && !TakingBack.Any(word => entry.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static string FirstLine(string message)
    {
        var start = message.AsSpan().TrimStart("\r\n");
        var end = start.IndexOf('\n');
        return (end < 0 ? start : start[..end]).TrimEnd().ToString();
    }

    /// <summary>What the title of a squashed pull request says already is not said again by its list.</summary>
    private static IEnumerable<ChangelogEntry> ReadAll(CommitId commit, ImmutableArray<string> parts)
    {
        var entries = parts.Select(part => ChangelogEntry.Read(commit, part)).OfType<ChangelogEntry>();
        return parts.Length == 1 ? entries : entries.DistinctBy(entry => (entry.Type, entry.Scope, PullRequestMark.Without(entry.Text)));
    }
}
