using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NuGet.Versioning;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>How a changelog file is written, told from its newest sections, so that another continues it: those of Keep a Changelog, release-please, conventional-changelog and versionize, and many by hand.</summary>
internal sealed partial class FileForm
{
    /// <summary>Headings that mean the same, each under the name that a renderer has for it.</summary>
    private static readonly ImmutableArray<(string Ours, string[] Theirs)> SameTitles =
    [
        ("Breaking Changes", ["⚠ BREAKING CHANGES", "BREAKING CHANGES", "Breaking changes"]),
        ("Performance", ["Performance Improvements"]),
    ];

    private const string KeepAChangelog = "keepachangelog";

    private const string Conventional = "conventional";

    private static readonly ImmutableArray<string> KeepAChangelogTitles = Titles(KeepAChangelog, Conventional);

    private static readonly ImmutableArray<string> ConventionalTitles = [.. Titles(Conventional, KeepAChangelog), .. SameTitles[1].Theirs];

    private readonly ChangelogFile _file;
    private readonly FileSection? _newest;
    private readonly ImmutableArray<MarkdownHeading> _headings;
    private readonly char _bullet;
    private readonly string _dateFormat;

    private FileForm(ChangelogFile file)
    {
        _file = file;
        _newest = file.Newest;
        _headings = [.. file.Released.Concat(file.Sections.Except(file.Released)).SelectMany(file.HeadingsIn)];
        _bullet = FindBullet(file);
        _dateFormat = FindDateFormat(file);
    }

    public static FileForm Of(ChangelogFile file) => new(file);

    /// <summary>The renderer whose headings the file has; null where nothing tells. Headings under versions say more than those of versions, and most those that are not written now.</summary>
    /// <param name="told">What is written.</param>
    public string? FormatFor(IEnumerable<Changelog> told)
    {
        if (_file.Source.Text.Contains("keepachangelog.com", StringComparison.OrdinalIgnoreCase))
        {
            return KeepAChangelog;
        }

        var own = told.Select(_file.Find).ToHashSet();
        var newestFirst = (_file.IsAscending ? _file.Released.Reverse() : _file.Released).Concat(_file.Sections.Where(section => section.Version is null));

        return newestFirst.OrderBy(own.Contains).Select(FormatOf).FirstOrDefault(format => format is not null)
            ?? ((_newest ?? _file.Sections.FirstOrDefault()) is { Heading: ['[', ..] } heading && !heading.Heading.Contains("](", StringComparison.Ordinal) ? KeepAChangelog : _newest is null ? null : Conventional);
    }

    /// <summary>The headings, by the names the file has for them.</summary>
    public ImmutableArray<SectionRule> Rename(ImmutableArray<SectionRule> rules)
    {
        var renamed = rules.Select(rule => rule with { Title = Theirs(rule.Title) }).ToImmutableArray();
        var breaking = Theirs(SameTitles[0].Ours);
        return breaking == SameTitles[0].Ours || renamed.Any(rule => rule.IsForBreaking) ? renamed : renamed.Insert(0, new(breaking, SectionRule.Breaks));
    }

    /// <summary>What is told, with the day that the file has for it already, unless somebody names another: a release commit is made later than what it releases.</summary>
    public Changelog Dated(Changelog changelog) =>
        !changelog.IsDateGiven && changelog.Tag is not null && _file.Find(changelog) is { Date: { Length: > 0 } date } && Day(date) is { } day ? changelog with { Date = day } : changelog;

    /// <summary>How the section of a version is written.</summary>
    /// <param name="style">What is said of it.</param>
    /// <param name="changelog">What is told.</param>
    /// <param name="usual">How the form writes the heading.</param>
    public ChangelogStyle Continue(ChangelogStyle style, Changelog changelog, LineTemplate? usual) => _newest is null
        ? style with { Title = style.Title ?? usual, Level = style.Level ?? _file.Sections.FirstOrDefault()?.Level, SectionLevel = SectionLevel }
        : style with
        {
            Title = style.Title ?? HeadingTemplate.Of(_newest) ?? usual,
            Level = (_file.Find(changelog) ?? _file.Released.FirstOrDefault(section => changelog.VersionText is { } version && IsPatch(section.Version!) == IsPatch(version)) ?? _newest).Level,
            SectionLevel = SectionLevel,
            Bullet = _bullet,
            HasAnchor = _newest.HasAnchor,
            DateFormat = _dateFormat,
        };

    private int? SectionLevel => _headings is [var first, ..] ? first.Level : null;

    /// <summary>The headings that one form has and the other has not.</summary>
    private static ImmutableArray<string> Titles(string of, string without) => [.. ChangelogRenderers.Find(of)!.Rules.Select(rule => rule.Title).Except(ChangelogRenderers.Find(without)!.Rules.Select(rule => rule.Title))];

    private string? FormatOf(FileSection section)
    {
        var titles = _file.HeadingsIn(section).Select(heading => Bare(heading.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return titles.Overlaps(KeepAChangelogTitles) ? KeepAChangelog : titles.Overlaps(ConventionalTitles) ? Conventional : null;
    }

    private static char FindBullet(ChangelogFile file) => file.Released.SelectMany(file.LinesIn).FirstOrDefault(line => line is ['*' or '-' or '+', ' ', ..])?[0] ?? '-';

    private static string FindDateFormat(ChangelogFile file)
    {
        var dates = file.Released.Select(section => section.Date).Where(date => date.Length > 0).ToArray();
        var separator = dates is [var first, ..] ? first[4] : '-';
        return dates.Any(date => date.Length < 10) ? $"yyyy{separator}M{separator}d" : $"yyyy{separator}MM{separator}dd";
    }

    private static DateTimeOffset? Day(string text) =>
        DateOnly.TryParseExact(text.Replace(text[4], '-'), ["yyyy-M-d", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private string Theirs(string title) =>
        _headings.Any(heading => heading.Text == title) ? title
        : SameTitles.Where(same => same.Ours == title).SelectMany(same => same.Theirs).Prepend(title).Select(Find).FirstOrDefault(theirs => theirs is not null) ?? title;

    /// <summary>Signs and pictures around the words are the file's own.</summary>
    private string? Find(string title) =>
        _headings.FirstOrDefault(heading => heading.Text == title)?.Text
        ?? (Bare(title) is { Length: > 0 } bare ? _headings.FirstOrDefault(heading => Bare(heading.Text) == bare)?.Text : null);

    private static string Bare(string title) => Around.Replace(title, "");

    private static bool IsPatch(string text) => SemanticVersion.TryParse(text, out var version) && version.Patch > 0;

    [GeneratedRegex(@"^(?::[a-z_]+:|[^\p{L}\p{N}])+|(?::[a-z_]+:|[^\p{L}\p{N}])+\z", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Around { get; }
}
