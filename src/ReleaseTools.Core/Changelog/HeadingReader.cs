using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>Tells the headings of versions from others: what would be written for a version here is one, and what tools and people usually write.</summary>
internal sealed partial class HeadingReader
{
    /// <summary>No heading of a version is as long.</summary>
    private const int Longest = 1_000;

    private const int LongestVersion = 256;

    private const string SomeAddress = "https://x";
    private const string SomeComparison = "https://github.com/acme/shop/compare/v1.1.9...v1.2.3";
    private const string SomeRelease = "https://github.com/acme/shop/releases/tag/v1.2.3";

    private static readonly string[] Samples = ["1.2.3", "1.2.3-rc.1"];

    private readonly ImmutableArray<LineTemplate> _titles;
    private readonly ImmutableArray<string> _prefixes;

    /// <param name="titles">How headings may have been written here.</param>
    /// <param name="prefixes">What may stand before a version in a tag.</param>
    public HeadingReader(IEnumerable<LineTemplate> titles, IEnumerable<string> prefixes)
    {
        _titles = [.. titles];
        _prefixes = [.. prefixes.Append("v").Append("").Distinct()];
    }

    /// <summary>Without anything of one's own.</summary>
    public static HeadingReader Usual { get; } = new(ChangelogRenderers.Titles, []);

    /// <summary>Whether a title says of every version which it is.</summary>
    public static bool CanReadBack(LineTemplate title)
    {
        var reader = new HeadingReader([title], []);

        return SaysDay(title)
            && (from version in Samples
                from date in (string[])["2026-01-31", ""]
                from compare in (string[])[SomeComparison, ""]
                from release in (string[])[SomeRelease, ""]
                from prefix in (string[])["v", ""]
                select reader.AsWritten(AsRead(VersionTitle.Render(title, version, prefix + version, date, compare, release)))?.Version == version).All(isRead => isRead);
    }

    /// <summary>Whether a day that is to be said is not taken for the end of an address.</summary>
    private static bool SaysDay(LineTemplate title)
    {
        return !title.Mentions("date") || Written("2026-01-31") != Written("2025-12-30");

        string Written(string date) => Unaddressed(AsRead(VersionTitle.Render(title, Samples[0], Samples[0], date, SomeComparison, SomeRelease)));
    }

    /// <summary>Null where it is another heading.</summary>
    public VersionHeading? Read(MarkdownHeading heading) =>
        heading.Text.Length > Longest ? null
        : Unreleased.IsMatch(heading.Text) ? new(null, null, "")
        : heading.Text.Contains('.', StringComparison.Ordinal) ? AsWritten(heading.Text) ?? AsUsual(heading.Text)
        : null;

    private VersionHeading? AsWritten(string heading)
    {
        var plain = Escapes.Replace(heading, "");
        var versions = Versions(plain).ToArray();

        if (versions is [] || heading.Length > Longest)
        {
            return null;
        }

        var found = Unaddressed(heading);
        string[] dates = [.. Day.Matches(plain).Select(match => match.Groups["date"].Value), ""];

        return (from title in _titles
                from date in title.Mentions("date") ? dates : [""]
                from prefix in title.Mentions("tag") ? _prefixes : [""]
                from version in versions
                from compare in title.Mentions("compare") ? new[] { SomeAddress, "" } : [""]
                from release in title.Mentions("release") ? new[] { SomeAddress, "" } : [""]
                where Unaddressed(AsRead(VersionTitle.Render(title, version, prefix + version, date, compare, release))) == found
                let saysAll = (date.Length > 0 || !title.Mentions("date")) && (prefix.Length > 0 || !title.Mentions("tag"))
                select new VersionHeading(prefix + version, version, date) { Title = saysAll ? title : null }).FirstOrDefault();
    }

    /// <summary>A heading as a Markdown reader has it, without the number signs that may close it.</summary>
    private static string AsRead(string title) => MarkdownHeadings.Of($"# {title}").Select(heading => heading.Text).FirstOrDefault("");

    private static string Unaddressed(string text) => Address.Replace(text, SomeAddress);

    /// <summary>All that could be a version, the longest first, wherever it begins.</summary>
    private static IEnumerable<string> Versions(string text)
    {
        foreach (Match match in Core.Matches(text))
        {
            var longest = match.Groups["version"].Value;

            for (var length = Math.Min(longest.Length, LongestVersion); length >= 5; length--)
            {
                if (SemVerSyntax.IsVersion(longest.AsSpan(0, length)))
                {
                    yield return longest[..length];
                }
            }
        }
    }

    private VersionHeading? AsUsual(string heading)
    {
        var isLink = heading.Contains("](", StringComparison.Ordinal);
        var text = Target.Replace(Plain(heading), "]");
        var own = _prefixes.FirstOrDefault(prefix => prefix.Length > 1 && text.IndexOf(prefix, StringComparison.Ordinal) is >= 0 and var at && at + prefix.Length < text.Length && char.IsAsciiDigit(text[at + prefix.Length])) ?? "";
        var match = Versioned.Match(own.Length == 0 ? text : text.Remove(text.IndexOf(own, StringComparison.Ordinal), own.Length));

        if (!match.Success || Whole(match.Groups["version"].Value) is not { } version)
        {
            return null;
        }

        var (words, rest) = (match.Groups["words"].Value, match.Groups["rest"].Value);
        var date = match.Groups["first"] is { Success: true } first ? first.Value : Date.Match(rest).Groups["date"].Value;
        var isShort = version != match.Groups["version"].Value;
        var isPlain = Beside.IsMatch(rest);
        var isNamed = words.Length > 0 && !Usually.IsMatch(words);

        // Words before a version make a sentence of it, and two numbers may count chapters, where no day stands beside them.
        return (isNamed && date.Length == 0) || (isShort && !(isPlain && (date.Length > 0 || match.Groups["open"].Success))) || (!isPlain && Another.IsMatch(rest))
            ? null
            : new(own + match.Groups["prefix"].Value + match.Groups["version"].Value, version, date) { IsPlain = isPlain || isLink };
    }

    private static string? Whole(string version) =>
        SemVerSyntax.IsVersion(version) ? version
        : version.Count(unit => unit == '.') == 1 && SemVerSyntax.IsVersion($"{version}.0") ? $"{version}.0"
        : null;

    /// <summary>Without escapes, and without marks of emphasis and code.</summary>
    private static string Plain(string text) => Marks.Replace(text, "");

    [GeneratedRegex(@"^\[?unreleased\]?(?:\([^()]*\))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unreleased { get; }

    [GeneratedRegex(@"\\|`", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes { get; }

    [GeneratedRegex(@"(?=(?<date>[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}))", RegexOptions.CultureInvariant)]
    private static partial Regex Day { get; }

    [GeneratedRegex(@"\\|`|\*|__", RegexOptions.CultureInvariant)]
    private static partial Regex Marks { get; }

    [GeneratedRegex(@"\]\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Target { get; }

    [GeneratedRegex(@"https?://[^\s()<>]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"(?=(?<version>[0-9]+\.[0-9]+\.[0-9]+(?:[-+][0-9A-Za-z.+-]*)?))", RegexOptions.CultureInvariant)]
    private static partial Regex Core { get; }

    [GeneratedRegex(@"^(?:\(?(?<first>[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2})\)?[\s:,/–—-]+)?(?<words>(?:\p{L}[^\s\[\](){}<>]*\s+){0,5})(?<open>\[)?(?<prefix>[\p{L}@_][\p{L}0-9@/._-]{0,100}?)?(?<version>(?<![0-9.])[0-9]+\.[0-9]+(?:\.[0-9]+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)?)(?=[\]\s(:,/|]|\z)(?<rest>.*)\z", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Versioned { get; }

    [GeneratedRegex(@"(?<![0-9])(?<date>[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Date { get; }

    /// <summary>What commonly stands behind a version: its day, and that it was taken back.</summary>
    [GeneratedRegex(@"^[\s\]:,/|–—-]*(?:[\[(]?[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}[\])]?)?[\s:–—-]*(?:\[?yanked\]?)?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside { get; }

    [GeneratedRegex(@"^(?:version|release|ver\.?|changes in)\s+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Usually { get; }

    [GeneratedRegex(@"(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Another { get; }
}
