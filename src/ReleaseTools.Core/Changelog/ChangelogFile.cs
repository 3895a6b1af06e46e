using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>A changelog as it lies in the repository: its sections, and where another belongs.</summary>
internal sealed partial class ChangelogFile
{
    private readonly ImmutableArray<MarkdownHeading> _headings;

    private ChangelogFile(SourceText source)
    {
        Source = source;
        Manual = ManualBlock.FindAll(source.Text);
        _headings = [.. MarkdownHeadings.Of(source.Text, offset => Manual.Any(block => block.Holds(offset)))];
        Definitions = LinkDefinition.ReadLast(source.Text);
        Sections = ReadSections();
    }

    public SourceText Source { get; }

    public ImmutableArray<ManualBlock> Manual { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<FileSection> Sections { get; }

    /// <summary>The addresses of names at the end.</summary>
    public ImmutableArray<LinkDefinition> Definitions { get; }

    public string LineEnd => Source.Text.IndexOf('\n') is >= 0 and var end ? end > 0 && Source.Text[end - 1] == '\r' ? "\r\n" : "\n" : Source.Text.Contains('\r') ? "\r" : "\n";

    public IEnumerable<FileSection> Released => Sections.Where(section => section.Version is not null);

    public static ChangelogFile Read(SourceText source) => new(source);

    /// <summary>The section of a version, or of what is not released; null where there is none.</summary>
    /// <exception cref="ReleaseException">RT4352: there are two.</exception>
    public FileSection? Find(Changelog changelog)
    {
        var found = Sections.Where(section => section.Version is null ? changelog.Tag is null : section.Name == changelog.Tag || section.Version == changelog.VersionText).ToArray();

        return found is [var first, var second, ..]
            ? throw new ReleaseException(ChangelogFileDiagnostics.SectionTwice(Source.SpotAt(second.HeadingStart), changelog.VersionText ?? VersionTitle.Unreleased, Source.SpotAt(first.HeadingStart)))
            : found.FirstOrDefault();
    }

    /// <summary>The section before which that of a version belongs: the first of a lower one. Null where it belongs behind all.</summary>
    public FileSection? After(Changelog changelog) => changelog.VersionText is { } version
        ? Released.FirstOrDefault(section => Compare(section.Version!, version) < 0)
        : Released.FirstOrDefault();

    public bool IsNewest(string version) => Released.All(section => Compare(section.Version!, version) <= 0);

    /// <summary>Where a section goes that is to be the last: behind all that says something, before the addresses of names.</summary>
    public int EndOfText => Trimmed(Definitions is [var first, ..] ? first.Start : Source.Text.Length);

    /// <summary>The headings under a section's own.</summary>
    public IEnumerable<MarkdownHeading> HeadingsIn(FileSection section) => _headings.Where(heading => heading.Start > section.HeadingStart && heading.Start < section.End);

    private ImmutableArray<FileSection> ReadSections()
    {
        var sections = ImmutableArray.CreateBuilder<FileSection>();

        for (var i = 0; i < _headings.Length; i++)
        {
            if (FileHeading.Read(_headings[i]) is var (name, version))
            {
                var heading = _headings[i];
                var next = _headings.Skip(i + 1).FirstOrDefault(other => Ends(other, heading));
                var end = next is not null ? StartWithAnchor(next.Start) : Definitions is [var first, ..] && first.Start > heading.Start ? first.Start : Source.Text.Length;
                sections.Add(new(StartWithAnchor(heading.Start), heading.Start, Trimmed(end), heading.Level, heading.Text, name, version));
            }
        }

        return sections.ToImmutable();
    }

    /// <summary>A heading of the same level is another chapter; but where versions stand on the third, tools put their headings there as well.</summary>
    private static bool Ends(MarkdownHeading heading, MarkdownHeading version) =>
        FileHeading.Read(heading) is not null || heading.Level < version.Level || (heading.Level == version.Level && version.Level < 3);

    /// <summary>versionize writes a line with a named anchor before its headings.</summary>
    private int StartWithAnchor(int heading)
    {
        var before = Source.Text.AsSpan(0, heading).TrimEnd("\r\n");
        var start = before.LastIndexOfAny('\r', '\n') + 1;
        return Anchor.IsMatch(before[start..]) ? start : heading;
    }

    private int Trimmed(int end) => Source.Text.AsSpan(0, end).TrimEnd().Length;

    private static int Compare(string left, string right) => SemanticVersion.TryParse(left, out var one) && SemanticVersion.TryParse(right, out var other)
        ? VersionComparer.VersionRelease.Compare(one, other)
        : string.CompareOrdinal(left, right);

    [GeneratedRegex(@"^<a (?:name|id)=""[^""<>]*""></a>[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor { get; }
}
