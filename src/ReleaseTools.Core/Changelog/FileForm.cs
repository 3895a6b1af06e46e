using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>How a changelog file is written, told from its newest sections, so that another continues it: those of Keep a Changelog, release-please, conventional-changelog and versionize, and many by hand.</summary>
internal sealed class FileForm
{
    /// <summary>Headings that mean the same, each under the name that a renderer has for it.</summary>
    private static readonly ImmutableArray<(string Ours, string[] Theirs)> SameTitles =
    [
        ("Breaking Changes", ["⚠ BREAKING CHANGES", "BREAKING CHANGES", "Breaking changes"]),
        ("Performance", ["Performance Improvements"]),
    ];

    private readonly ChangelogFile _file;
    private readonly FileSection? _newest;
    private readonly ImmutableArray<MarkdownHeading> _headings;

    private FileForm(ChangelogFile file)
    {
        _file = file;
        _newest = file.Released.FirstOrDefault();
        _headings = [.. file.Sections.SelectMany(file.HeadingsIn)];
    }

    public static FileForm Of(ChangelogFile file) => new(file);

    /// <summary>The renderer whose headings the file has; null where nothing tells.</summary>
    public string? Format =>
        _file.Source.Text.Contains("keepachangelog.com", StringComparison.OrdinalIgnoreCase) || (_newest ?? _file.Sections.FirstOrDefault()) is { Heading: ['[', .., ']'] or ['[', ..] } heading && !heading.Heading.Contains("](", StringComparison.Ordinal) ? "keepachangelog"
        : _newest is null ? null
        : "conventional";

    /// <summary>The headings, by the names the file has for them.</summary>
    public ImmutableArray<SectionRule> Rename(ImmutableArray<SectionRule> rules)
    {
        var renamed = rules.Select(rule => rule with { Title = Theirs(rule.Title) }).ToImmutableArray();
        var breaking = Theirs(SameTitles[0].Ours);
        return breaking == SameTitles[0].Ours || renamed.Any(rule => rule.IsForBreaking) ? renamed : renamed.Insert(0, new(breaking, SectionRule.Breaks));
    }

    /// <summary>How the section of a version is written.</summary>
    public ChangelogStyle Continue(ChangelogStyle style, Changelog changelog) => _newest is null
        ? style with { Level = style.Level ?? _file.Sections.FirstOrDefault()?.Level, SectionLevel = SectionLevel }
        : style with
        {
            Title = style.Title ?? LineTemplate.Of(FileHeading.Template(_newest)),
            Level = (_file.Released.FirstOrDefault(section => changelog.VersionText is { } version && IsPatch(section.Version!) == IsPatch(version)) ?? _newest).Level,
            SectionLevel = SectionLevel,
            Bullet = Bullet,
            HasAnchor = _newest.HasAnchor,
            DateFormat = _file.Released.Select(FileHeading.DateOf).Any(date => date.Length is > 0 and < 10) ? "yyyy-M-d" : style.DateFormat,
        };

    private int? SectionLevel => _headings is [var first, ..] ? first.Level : null;

    private char Bullet => _file.Released
        .SelectMany(section => TextLines.Of(_file.Source.Text[section.HeadingStart..section.End]))
        .Select(line => line.Text)
        .FirstOrDefault(line => line is ['*' or '-' or '+', ' ', ..])?[0] ?? '-';

    private string Theirs(string title) =>
        _headings.Any(heading => heading.Text == title) ? title
        : SameTitles.Where(same => same.Ours == title).SelectMany(same => same.Theirs).FirstOrDefault(theirs => _headings.Any(heading => heading.Text == theirs)) ?? title;

    private static bool IsPatch(string text) => SemanticVersion.TryParse(text, out var version) && version.Patch > 0;
}
