using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>A changelog as it lies in the repository: its sections, and where another belongs.</summary>
internal sealed partial class ChangelogFile
{
    private const int DeepestVersion = 3;

    private readonly ImmutableArray<MarkdownLine> _lines;
    private readonly ImmutableArray<MarkdownHeading> _headings;

    private ChangelogFile(SourceText source, HeadingReader reader)
    {
        Source = source;
        Manual = ManualBlock.FindAll(source.Text);
        _lines = [.. MarkdownLines.Of(source.Text)];
        _headings = [.. MarkdownHeadings.Of(_lines, IsManual)];
        Definitions = [.. _lines.Where(line => line.Block is null && !IsManual(line.Start)).Select(line => LinkDefinition.Read(line.Start, line.Text)).OfType<LinkDefinition>()];
        Sections = ReadSections(reader);
        Released = [.. Sections.Where(section => section.Version is not null)];
        IsAscending = Released.Length > 1 && Released.Zip(Released.Skip(1), (one, next) => Compare(one.Version!, next.Version!)).All(order => order < 0);
    }

    public SourceText Source { get; }

    public ImmutableArray<ManualBlock> Manual { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<FileSection> Sections { get; }

    public ImmutableArray<FileSection> Released { get; }

    /// <summary>Whether the oldest version stands first.</summary>
    public bool IsAscending { get; }

    /// <summary>The addresses of names, wherever they stand; of two for a name the first holds.</summary>
    public ImmutableArray<LinkDefinition> Definitions { get; }

    public string LineEnd => Source.Text.IndexOf('\n') is >= 0 and var end ? end > 0 && Source.Text[end - 1] == '\r' ? "\r\n" : "\n" : Source.Text.Contains('\r') ? "\r" : "\n";

    /// <summary>The section of the newest version.</summary>
    public FileSection? Newest => IsAscending ? Released[^1] : Released.FirstOrDefault();

    /// <summary>That of what is not released.</summary>
    public FileSection? Unreleased => Sections.FirstOrDefault(section => section.Version is null);

    /// <param name="source">The file.</param>
    /// <param name="reader">Which headings are those of versions.</param>
    public static ChangelogFile Read(SourceText source, HeadingReader reader) => new(source, reader);

    /// <summary>The section of a version, or of what is not released; null where there is none.</summary>
    /// <exception cref="ReleaseException">RT4352: there are two.</exception>
    public FileSection? Find(Changelog changelog)
    {
        var found = Sections.Where(section => section.Version is null ? changelog.Tag is null : section.Name == changelog.Tag || section.Version == changelog.VersionText).ToArray();

        return found is [var first, var second, ..]
            ? throw new ReleaseException(ChangelogFileDiagnostics.SectionTwice(Source.SpotAt(second.HeadingStart), changelog.VersionText ?? VersionTitle.Unreleased, Source.SpotAt(first.HeadingStart)))
            : found.FirstOrDefault();
    }

    /// <summary>The section before which that of a version belongs. Null where it belongs behind all.</summary>
    public FileSection? After(Changelog changelog) => changelog.VersionText is not { } version ? IsAscending ? null : Released.FirstOrDefault()
        : Released.FirstOrDefault(section => Compare(section.Version!, version) is var order && (IsAscending ? order > 0 : order < 0));

    public bool IsNewest(string version) => Released.All(section => Compare(section.Version!, version) <= 0);

    /// <summary>Where a section goes that is to be the last: behind those of other versions, or behind all text before addresses and comments.</summary>
    public int EndOfText => Released is [.., var last] ? last.End
        : _lines.Reverse().TakeWhile(IsTail).Select(line => line.Start).LastOrDefault(Source.Text.Length) is > 0 and var tail ? Trimmed(tail)
        : Trimmed(Definitions is [var first, ..] ? first.Start : Source.Text.Length);

    /// <summary>The headings under a section's own.</summary>
    public IEnumerable<MarkdownHeading> HeadingsIn(FileSection section) => _headings.Where(heading => heading.Start > section.HeadingStart && heading.Start < section.End);

    /// <summary>The addresses between a section's own words.</summary>
    public ImmutableArray<LinkDefinition> DefinitionsIn(FileSection section) => [.. Definitions.Where(one => one.Start > section.HeadingStart && one.End <= section.End)];

    /// <summary>The lines of a section that are Markdown, and not marked as written by hand.</summary>
    public IEnumerable<string> LinesIn(FileSection section) =>
        _lines.Skip(LineAt(section.HeadingStart)).TakeWhile(line => line.Start < section.End).Where(line => line.Block is null && !IsManual(line.Start)).Select(line => line.Text);

    /// <exception cref="ReleaseException">RT4363: the place is in a comment, or code, that does not end. RT4364: no heading can be read, though there are versions.</exception>
    public void RefuseWhereNobodyReads(int offset)
    {
        if (_lines is [.., { Block: { } open, EndsBlock: false }] && (offset > open.Start || Released is []))
        {
            throw new ReleaseException(ChangelogFileDiagnostics.OpenMarkup(Source.SpotAt(open.Start), open.IsComment ? "<!--" : TextLines.Of(Source.Text[open.Start..]).First().Text.Trim()));
        }

        if (Released is [] && LooksReleased() is { } unread)
        {
            throw new ReleaseException(ChangelogFileDiagnostics.NoVersionsRead(Source.SpotAt(unread)));
        }
    }

    /// <summary>Above or below: the higher version counts more, whatever was built of it.</summary>
    public static int Compare(string left, string right) => SemanticVersion.TryParse(left, out var one) && SemanticVersion.TryParse(right, out var other)
        ? VersionComparer.VersionRelease.Compare(one, other)
        : string.CompareOrdinal(left, right);

    private ImmutableArray<FileSection> ReadSections(HeadingReader reader)
    {
        var sections = ImmutableArray.CreateBuilder<FileSection>();
        var read = _headings.Select(heading => heading.Level > DeepestVersion ? null : reader.Read(heading)).ToArray();
        var highest = Enumerable.Range(0, read.Length).Where(i => read[i]?.Version is not null).Select(i => _headings[i].Level).DefaultIfEmpty(DeepestVersion).Min();

        for (var i = 0; i < read.Length; i++)
        {
            // Tools write patches one level deeper; people write there about versions.
            read[i] = _headings[i].Level == DeepestVersion && highest < DeepestVersion && read[i]?.IsPlain == false ? null : read[i];
        }

        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] is { } says)
            {
                var heading = _headings[i];
                var next = Enumerable.Range(i + 1, read.Length - i - 1).FirstOrDefault(other => read[other] is not null || IsChapter(_headings[other], heading), -1);
                var end = EndOf(heading, next < 0 ? Source.Text.Length : StartWithAnchor(_headings[next].Start));
                sections.Add(new(StartWithAnchor(heading.Start), heading.Start, heading.End, end, heading.Level, heading.Text, says));
            }
        }

        return sections.ToImmutable();
    }

    /// <summary>A heading of the same level is another chapter; but where versions stand on the third, tools put their headings there as well.</summary>
    private static bool IsChapter(MarkdownHeading heading, MarkdownHeading version) => heading.Level < version.Level || (heading.Level == version.Level && version.Level < DeepestVersion);

    /// <summary>Addresses of names and comments at the end, and a rule across the page with what follows it, are no part of what is told of a version.</summary>
    private int EndOf(MarkdownHeading heading, int limit)
    {
        var first = LineAt(heading.End) + 1;
        var last = first;

        for (; last < _lines.Length && _lines[last].Start < limit; last++)
        {
            if (_lines[last].Block is null && !IsManual(_lines[last].Start) && ((IsRule(_lines[last]) && !IsWithin(_lines[last], limit)) || (limit == Source.Text.Length && IsAddress(_lines[last]) && EndsFile(first, last))))
            {
                break;
            }
        }

        while (last > first && IsTail(_lines[last - 1]))
        {
            last--;
        }

        return Trimmed(last < _lines.Length ? Math.Min(_lines[last].Start, limit) : limit);
    }

    /// <summary>Whether headings of the same version follow; at the end of the file they may be of anything.</summary>
    private bool IsWithin(MarkdownLine line, int limit) => limit < Source.Text.Length && _headings.Any(heading => heading.Start > line.Start && heading.Start < limit);

    /// <summary>Behind the last words of the last section, an address begins the end of the file: nobody puts notes there.</summary>
    private bool EndsFile(int first, int line) =>
        _headings[^1] is var heading && heading.Start < _lines[line].Start && Enumerable.Range(first, line - first).Any(other => _lines[other].Start > heading.End && !IsTail(_lines[other]));

    private bool IsTail(MarkdownLine line) =>
        string.IsNullOrWhiteSpace(line.Text) || (line.Block is { IsComment: true } ? !IsMark(line.Text) && !IsManual(line.Start) && (!line.EndsBlock || line.Text.TrimEnd().EndsWith(MarkdownBlock.CommentEnd, StringComparison.Ordinal)) : line.Block is null && !IsManual(line.Start) && IsAddress(line));

    private static bool IsAddress(MarkdownLine line) => LinkDefinition.Read(line.Start, line.Text) is not null;

    private bool IsRule(MarkdownLine line) => Rule.IsMatch(line.Text) && !_headings.Any(heading => heading.Start < line.Start && heading.End >= line.End);

    private static bool IsMark(string line) => ManualBlock.IsMark(line, isOpening: true) || ManualBlock.IsMark(line, isOpening: false);

    private bool IsManual(int offset) => Manual.Any(block => block.Holds(offset));

    private int LineAt(int offset)
    {
        var (low, high) = (0, _lines.Length - 1);

        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _lines[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Where a line begins as one does that speaks of a release; null where none does.</summary>
    private int? LooksReleased() =>
        _headings.Where(heading => heading.Level <= DeepestVersion && Numbers.IsMatch(heading.Text)).Select(heading => (int?)heading.Start).FirstOrDefault()
        ?? _lines.Where(line => line.Block is null && !IsManual(line.Start) && ReleasedLine.IsMatch(line.Text) && LinkDefinition.Read(line.Start, line.Text) is null).Select(line => (int?)line.Start).FirstOrDefault();

    /// <summary>versionize writes a line with a named anchor before its headings.</summary>
    private int StartWithAnchor(int heading)
    {
        var before = Source.Text.AsSpan(0, heading).TrimEnd("\r\n");
        var start = before.LastIndexOfAny('\r', '\n') + 1;
        return Anchor.IsMatch(before[start..]) ? start : heading;
    }

    private int Trimmed(int end) => Source.Text.AsSpan(0, end).TrimEnd().Length;

    [GeneratedRegex(@"^<a (?:name|id)=""[^""<>]*""></a>[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor { get; }

    [GeneratedRegex(@"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@"(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+(?![0-9.])|^[^\p{L}0-9]*v?[0-9]+\.[0-9]+(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers { get; }

    [GeneratedRegex(@"^\s{0,3}(?:[*_]{1,2})?(?:version |release )?\[?[vV]?[0-9]+\.[0-9]+\.[0-9]+[^ ]*(?:\z|\s*[*_(:]|\s+[-–—(/]? *[0-9]{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReleasedLine { get; }
}
