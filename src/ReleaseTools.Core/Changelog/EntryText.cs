using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Changelog.Links;
using ReleaseTools.Commits;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>What the placeholders of an entry's line say, every text of an author made harmless.</summary>
internal sealed class EntryText(ChangelogEntry entry, RepositoryLinks? links)
{
    public string Read(string placeholder, bool namesPullRequest) => placeholder switch
    {
        "scope" => MarkdownText.Inline(entry.Scope ?? ""),
        "text" => Inline(namesPullRequest ? WithoutPullRequest : entry.Text),
        "type" => MarkdownText.Inline(entry.Type),
        "commit" => Commit,
        "pull-request" => PullRequest,
        "change" => PullRequest is { Length: > 0 } request ? request : Commit,
        "authors" => Authors,
        "by" => Names(entry.Authors.Where(author => !author.IsBot)) is { Length: > 0 } people ? $"by {people}" : "",
        "mentions" => Mentions(entry.Authors),
        "by-mentions" => Mentions(entry.Authors.Where(author => !author.IsBot)) is { Length: > 0 } mentions ? $"by {mentions}" : "",
        "closes" => Closes,
        _ => Advisories,
    };

    public string Commit => links is null ? entry.Commit.ToString() : $"[{entry.Commit}]({links.Commit(entry.Commit)})";

    /// <summary>A line of the author's, with links to the issues it names.</summary>
    public string Inline(string text) => MarkdownText.Inline(text, Link);

    /// <summary>The pull request is named anyway, so what GitHub puts behind a squashed commit's subject would name it twice.</summary>
    private string WithoutPullRequest => entry.PullRequest is not null && entry.Text.EndsWith($"({Mark})", StringComparison.Ordinal)
        ? entry.Text[..^(Mark.Length + 2)].TrimEnd()
        : entry.Text;

    private string Mark => $"{(entry.IsMergeRequest ? '!' : '#')}{entry.PullRequest}";

    private string PullRequest => entry.PullRequest is not { } number ? "" : links?.Mark(number, entry.IsMergeRequest) is { } address ? $"[{Mark}]({address})" : Inline(Mark);

    private string Authors => Names(entry.Authors);

    private static string Names(IEnumerable<Contributor> people) => string.Join(", ", people.Select(person => MarkdownText.Inline(person.Name)));

    /// <summary>Those the text names are not named again.</summary>
    private string Advisories => entry.Advisories is [] ? "" : string.Join(", ", entry.Advisories.Where(advisory => !entry.Text.Contains(advisory, StringComparison.OrdinalIgnoreCase)).Select(advisory => MarkdownText.Inline(advisory)));

    private static string Mentions(IEnumerable<Contributor> people) => string.Join(", ", people.Select(Mention));

    /// <summary>The one place where somebody is notified on purpose: an account that the site itself named, and no program.</summary>
    public static string Mention(Contributor person) => person is { IsBot: false, Account: { } account } ? account.Mention : MarkdownText.Inline(person.Name);

    /// <summary>Where a number leads, by what the site says it is.</summary>
    private string? Link(string number) => entry.Items.Any(item => item is { Kind: HostedKind.PullRequest } && item.Number == number) ? links?.PullRequest(number) : links?.Issue(number);

    /// <summary>Those the text names are not named again.</summary>
    private string Closes => entry.References is [] ? "" : entry.References
        .Where(reference => reference.Action is not null && !IssueReference.Read(entry.Text, isFooter: false).Any(shown => shown.ToString() == reference.ToString()))
        .Select(reference => reference.Repository is null || links?.IsOwn(reference.Repository) == true ? Inline($"#{reference.Issue}") : MarkdownText.Inline(reference.ToString()))
        .ToArray() is { Length: > 0 } closed ? $", closes {string.Join(", ", closed)}" : "";
}
