using System.Collections.Immutable;
using ReleaseTools.Changelog.Links;

namespace ReleaseTools.Changelog;

/// <summary>What a renderer is told beside the changelog: the headings, how lines are written, and where things are. What is null here the form itself decides.</summary>
internal sealed record ChangelogStyle(ImmutableArray<SectionRule> Rules)
{
    public LineTemplate? Title { get; init; }

    public LineTemplate? Entry { get; init; }

    /// <summary>The level of a version's heading.</summary>
    public int? Level { get; init; }

    /// <summary>The level of the headings under it; null for one more.</summary>
    public int? SectionLevel { get; init; }

    public char Bullet { get; init; } = '-';

    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>Whether a named anchor stands before a version's heading, as versionize writes it.</summary>
    public bool HasAnchor { get; init; }

    /// <summary>Null where nobody knows a site that shows the repository.</summary>
    public RepositoryLinks? Links { get; init; }

    /// <summary>What the release put where people get it.</summary>
    public ImmutableArray<PublishedArtefact> Published { get; init; } = [];

    /// <summary>With a heading for what no other is for, last, where it is wanted.</summary>
    public ChangelogStyle WithOther(Changelog changelog) => changelog.Sections is [.., { Title: ChangelogWish.Other }] && Rules.All(rule => rule.Title != ChangelogWish.Other)
        ? this with { Rules = Rules.Add(new(ChangelogWish.Other)) }
        : this;

    /// <summary>The headings with a place for what breaks, which is the first where nobody says another.</summary>
    public ImmutableArray<SectionRule> RulesWithBreaking(string title) =>
        Rules.Any(rule => rule.IsForBreaking) ? Rules : Rules.Insert(0, new(title, SectionRule.Breaks));
}
