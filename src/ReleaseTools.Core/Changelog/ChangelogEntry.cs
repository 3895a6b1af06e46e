using System.Buffers;
using System.Collections.Immutable;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>What a changelog says of one commit. All texts are as their author wrote them; a renderer makes them fit.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Type">Its type, in lower case; empty where the commit is not conventional and is shown all the same.</param>
/// <param name="Scope">What part of the product it is about, or null.</param>
/// <param name="Text">Its subject, or what stands behind <c>Release-Note:</c> in its place.</param>
/// <param name="Breaking">What it breaks, a text for each.</param>
/// <param name="References">The issues it speaks of.</param>
internal sealed record ChangelogEntry(
    CommitId Commit,
    string Type,
    string? Scope,
    string Text,
    ImmutableArray<string> Breaking,
    ImmutableArray<IssueReference> References)
{
    private static readonly SearchValues<char> BeyondOneLine = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    /// <summary>Other commits that say the same, such as cherry-picks of this one, the newest first.</summary>
    public ImmutableArray<CommitId> Also { get; init; } = [];

    /// <summary>Who wrote it, its author first.</summary>
    public ImmutableArray<Contributor> Authors { get; init; } = [];

    /// <summary>The number of the pull request it came with, or null.</summary>
    public string? PullRequest { get; init; }

    /// <summary>Whether an exclamation mark stands before that number, as GitLab and Azure DevOps have it, and not a number sign.</summary>
    public bool IsMergeRequest { get; init; }

    /// <summary>The pull request it came with as the site tells of it; null where nobody asked.</summary>
    public HostedItem? Request { get; init; }

    /// <summary>All that the site told of the issues and pull requests it speaks of.</summary>
    public ImmutableArray<HostedItem> Items { get; init; } = [];

    /// <summary>Whether its author chose the text for changelogs: <c>Release-Note:</c>.</summary>
    public bool IsNote { get; init; }

    /// <summary>The security advisories it speaks of, such as <c>CVE-2026-1234</c> or <c>GHSA-xxxx-xxxx-xxxx</c>.</summary>
    public ImmutableArray<string> Advisories { get; init; } = [];

    /// <summary>The update of a dependency it is, or null.</summary>
    public DependencyUpdate? Update { get; init; }

    /// <summary>Whether its author wants it left out: <c>Changelog: skip</c>.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Whether both say the same thing, whatever pull request it came with.</summary>
    public bool IsSameAs(ChangelogEntry other) => Type == other.Type && Scope == other.Scope && PullRequestMark.Without(Text) == PullRequestMark.Without(other.Text);

    /// <summary>With what another entry of the same change says beyond it.</summary>
    public ChangelogEntry With(ChangelogEntry other) => this with
    {
        // A mark without a footer says no more than the texts that are there.
        Breaking = Breaking is not [] && other.Breaking is [var only] && only == other.Text ? Breaking : [.. Breaking.Union(other.Breaking)],
        References = [.. References.Concat(other.References).DistinctBy(reference => (reference.Action is not null, reference.ToString()))],
        Advisories = [.. Advisories.Union(other.Advisories)],
    };

    /// <summary>Null for a message that is not conventional. What <c>git revert</c> writes counts as a revert, or where it brings something back as that.</summary>
    public static ChangelogEntry? Read(CommitId commit, string text) => CommitMessage.Read(text) is { } message ? Read(commit, message) : null;

    /// <summary>The common case at less cost: a message that is one conventional line, and takes nothing back. Null for any other.</summary>
    public static ChangelogEntry? ReadLine(CommitId commit, string text, ImmutableArray<Contributor> authors) =>
        text.AsSpan().ContainsAny(BeyondOneLine) || text.Contains("evert", StringComparison.Ordinal) || text.Contains("EVERT", StringComparison.Ordinal) || text.Contains("gpg:", StringComparison.Ordinal) || (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        || ConventionalHeader.Read(text) is not { Type: { } type, Subject: { } subject } header
            ? null
            : new(commit, type.Text.ToLowerInvariant(), header.Scope?.Text, subject.Text, header.HasMark ? [subject.Text] : [], text.Contains('#', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal) ? [.. IssueReference.Read(text, isFooter: false).DistinctBy(reference => reference.ToString())] : [])
            {
                Advisories = Commits.Advisories.In(text),
                Update = DependencyUpdate.Read(PullRequestMark.Without(subject.Text)),
                PullRequest = PullRequestMark.Find(text),
                IsMergeRequest = PullRequestMark.IsMergeRequest(text),
                Authors = authors,
            };

    /// <summary>What a commit brings back, as git says it since 2.43: <c>Reapply "feat: a"</c>; or null.</summary>
    public static string? Reapplied(string header) => header is ['R', 'e', 'a', 'p', 'p', 'l', 'y', ' ', '"', .. var again, '"'] ? again : null;

    private static ChangelogEntry? Read(CommitId commit, CommitMessage message) => message switch
    {
        { Type: { } type, Subject: { } subject } => Written(commit, message, type.ToLowerInvariant(), subject),
        _ => PullRequestMark.Without(message.Header.Text) switch
        {
            ['R', 'e', 'v', 'e', 'r', 't', ' ', '"', .. var reverted, '"'] => new(commit, "revert", null, reverted, [], []) { IsSkipped = ChangelogTrailers.IsSkipped(message.Footers) },
            var header when Reapplied(header) is { } again && CommitMessage.Read(again) is { } inner => Read(commit, inner),
            _ => null,
        },
    };

    private static ChangelogEntry Written(CommitId commit, CommitMessage message, string type, string subject)
    {
        var footers = message.Footer is [] ? [] : message.Footers;
        var note = ChangelogTrailers.NoteIn(footers);

        return new(commit, type, message.Scope, note ?? subject, message.BreakingChanges, message.References)
        {
            IsNote = note is not null,
            Advisories = [.. message.Text.Lines.SelectMany(line => Commits.Advisories.In(line.Text)).Distinct()],
            Update = DependencyUpdate.Read(PullRequestMark.Without(subject)),
            IsSkipped = ChangelogTrailers.IsSkipped(footers),
        };
    }
}
