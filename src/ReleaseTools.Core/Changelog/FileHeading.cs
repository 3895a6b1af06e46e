using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>Reads the heading of a version as the tools that write changelogs have it: <c>[1.2.0] - 2026-01-31</c>, <c>[1.2.0](…) (2026-01-31)</c>, <c>v1.2.0</c>.</summary>
internal static partial class FileHeading
{
    /// <summary>No heading of a version is as long.</summary>
    private const int Longest = 2_000;

    private const int Deepest = 3;

    /// <summary>The version and its name; both null for what is not released. Null where it is another heading.</summary>
    public static (string? Name, string? Version)? Read(MarkdownHeading heading)
    {
        if (heading.Level > Deepest || heading.Text.Length > Longest)
        {
            return null;
        }

        if (Unreleased.IsMatch(heading.Text))
        {
            return (null, null);
        }

        return Versioned.Match(heading.Text) is { Success: true } match && SemVerSyntax.IsVersion(match.Groups["version"].Value)
            ? (match.Groups["prefix"].Value + match.Groups["version"].Value, match.Groups["version"].Value)
            : null;
    }

    /// <summary>How the next one is written, if as this one.</summary>
    public static string Template(FileSection section)
    {
        var placeholder = section.Name == section.Version ? "{version}" : "{tag}";
        var rest = section.Heading[(section.Heading.IndexOf(section.Name!, StringComparison.Ordinal) + section.Name!.Length)..];

        var name = !section.Heading.StartsWith('[') ? placeholder
            : !rest.StartsWith("](", StringComparison.Ordinal) ? $"[{placeholder}]"
            : Compares.IsMatch(rest) ? $"[{placeholder}]({{compare}})"
            : $"[{placeholder}]({{release}})";

        return Date.Match(rest) is not { Success: true } date ? name
            : rest[date.Index..].StartsWith('(') ? $"{name} ({{date}})"
            : $"{name} - {{date}}";
    }

    /// <summary>The date of a heading, as it is written; empty where there is none.</summary>
    public static string DateOf(FileSection section) => Date.Match(section.Heading).Groups["date"].Value;

    [GeneratedRegex(@"^\[?unreleased\]?(?:\([^()]*\))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unreleased { get; }

    [GeneratedRegex(@"^(?:version |release )?\[?(?<prefix>[A-Za-z@][A-Za-z0-9@/._-]{0,100}?)?(?<version>(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)(?=[\]\s(]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Versioned { get; }

    [GeneratedRegex(@"^\]\([^()\s]*/(?:compare|branchCompare|branches/compare)", RegexOptions.CultureInvariant)]
    private static partial Regex Compares { get; }

    [GeneratedRegex(@"(?:\(|- |– |— )(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})\)?(?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Date { get; }
}
