using System.Collections.Immutable;
using ReleaseTools.Commits;

namespace ReleaseTools.Changelog.Hosted;

/// <summary>Finds the heading an entry stands under: by its type, or where headings are for labels and those of its pull request are known, by them.</summary>
internal sealed class EntryHeadings(ImmutableArray<SectionRule> rules)
{
    private readonly Dictionary<string, SectionRule?> _byType = [];
    private readonly ImmutableArray<(SectionRule Section, PullRequestRule Rule)> _byRequest =
        [.. rules.SelectMany(section => section.PullRequests.Select(rule => (Section: section, Rule: rule))).OrderBy(one => one.Rule.Place)];

    /// <summary>Whether more than the type may decide.</summary>
    public bool AreForRequests => _byRequest is not [];

    private bool HasCategories => _byRequest.Any(one => !one.Section.IsHidden);

    /// <summary>Null where the entry is left out.</summary>
    public SectionRule? Find(ChangelogEntry entry) => !AreForRequests ? OfType(entry.Type)
        : WhyExcluded(entry) is not null ? null
        : HasCategories && entry.Request is { } request ? _byRequest.FirstOrDefault(one => !one.Section.IsHidden && one.Rule.Takes(request)).Section
        : SectionRule.Find([.. rules.Where(section => !section.ExceptTypes.Contains(entry.Type) && !section.PullRequests.Any(rule => PullRequestRule.IsBy(rule.ExceptAuthors, AuthorOf(entry))))], entry.Type);

    /// <summary>The rule that keeps an entry out whatever it says, even that it breaks something; null where none does.</summary>
    public string? WhyExcluded(ChangelogEntry entry)
    {
        foreach (var (section, rule) in _byRequest)
        {
            if (!section.IsHidden)
            {
                continue;
            }

            if (PullRequestRule.IsBy(rule.Authors, entry.Request?.Author ?? AuthorOf(entry)))
            {
                return HidingRule.Author;
            }

            if (entry.Request is { } request && rule.Takes(request))
            {
                return HidingRule.Label;
            }
        }

        return null;
    }

    /// <summary>The rule that keeps an entry out which nobody wants.</summary>
    public string WhyHidden(ChangelogEntry entry) => WhyExcluded(entry) ?? (HasCategories && entry.Request is not null ? HidingRule.Label : HidingRule.Type);

    /// <summary>Entries with what labels and titles add to them.</summary>
    /// <param name="entries">Those that are told.</param>
    /// <param name="prefersTitles">Whether a title goes before what a commit says. Where several tell of one pull request, each keeps its own text.</param>
    public IEnumerable<ChangelogEntry> Complete(IEnumerable<ChangelogEntry> entries, bool prefersTitles)
    {
        if (!prefersTitles && !AreForRequests)
        {
            return entries;
        }

        var told = entries as IReadOnlyCollection<ChangelogEntry> ?? [.. entries];
        var once = !prefersTitles ? [] : told.Where(entry => entry.Request is not null).CountBy(entry => entry.Request!.Number).Where(count => count.Value == 1).Select(count => count.Key).ToHashSet();

        return told
            .Select(entry => entry is { Request: { } request, IsNote: false } && once.Contains(request.Number) && TitleOf(request).Length > 0 ? entry with { Text = TitleOf(request) + MarkOf(request, entry) } : entry)
            .Select(entry => AreForRequests && entry is { Breaking: [], Request: not null } && Find(entry) is { IsForBreaking: true } ? entry with { Breaking = [entry.Text] } : entry);
    }

    private static string TitleOf(HostedItem request) =>
        ConventionalHeader.Read(request.Title) is { Type: not null, Subject: { } subject } ? subject.Text : request.Title;

    /// <summary>Where a commit's text names its pull request, so does the title in its place.</summary>
    private static string MarkOf(HostedItem request, ChangelogEntry entry) => PullRequestMark.Find(entry.Text) == request.Number ? $" (#{request.Number})" : "";

    /// <summary>The account as far as a commit itself says it: by an address that GitHub gave out, or the name of a program.</summary>
    private static HostedAccount? AuthorOf(ChangelogEntry entry) => entry.Authors is not [var author, ..] ? null
        : author.Account ?? HostedAccount.OfAddress(author.Email) ?? (author.IsBot ? HostedAccount.Read(author.Name) : null);

    private SectionRule? OfType(string type)
    {
        if (!_byType.TryGetValue(type, out var section))
        {
            section = SectionRule.Find(rules, type);
            _byType.Add(type, section);
        }

        return section;
    }
}
