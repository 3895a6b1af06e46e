using System.Text.RegularExpressions;

namespace ReleaseTools.Changelog;

/// <summary>How the next heading of a version is written, if as one that is there.</summary>
internal static partial class HeadingTemplate
{
    /// <summary>Null where the heading does not have the version in one piece.</summary>
    public static LineTemplate? Of(FileSection section)
    {
        if (section.Says.Title is { } title)
        {
            return title;
        }

        var (heading, name) = (section.Heading, section.Name!);
        var at = heading.IndexOf(name, StringComparison.Ordinal);

        // Braces would be placeholders, and words of one version are not those of the next.
        if (at < 0 || heading.AsSpan().ContainsAny('{', '}'))
        {
            return null;
        }

        var number = Number.Match(name).Index;
        var placeholder = number == 0 ? "{version}" : "{tag}";
        var (before, rest) = (Unescaped(heading[..at]), Unescaped(heading[(at + name.Length)..]));

        if (before.Contains(section.Date, StringComparison.Ordinal) && section.Date.Length > 0)
        {
            before = before.Replace(section.Date, "{date}", StringComparison.Ordinal);
        }

        var link = Link.Match(rest);
        var address = !link.Success ? "" : Compares.IsMatch(link.Value) ? "]({compare})" : "]({release})";
        var tail = rest[link.Length..];
        var date = section.Date.Length > 0 ? tail.IndexOf(section.Date, StringComparison.Ordinal) : -1;
        var between = date < 0 ? Closing.Match(tail).Value : tail[..date];
        var after = date < 0 ? "" : Closing.Match(tail[(date + section.Date.Length)..]).Value;

        return LineTemplate.Of($"{before}{placeholder}{address}{(between.Any(char.IsLetter) ? Usual(between) : between)}{(date < 0 ? "" : "{date}")}{after}");
    }

    /// <summary>As it is where nothing is said between the version and its day.</summary>
    private static string Usual(string between) => Closing.Match(between).Value + (between.EndsWith('(') ? " (" : " - ");

    /// <summary>What makes a name harmless comes with the name.</summary>
    private static string Unescaped(string text) => text.Replace("`", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[0-9]+\.[0-9]+(?:\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"^\]\([^()\s]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"/(?:compare|branchCompare|branches/compare)", RegexOptions.CultureInvariant)]
    private static partial Regex Compares { get; }

    /// <summary>What closes the marks around a version or a day.</summary>
    [GeneratedRegex(@"^[\])*_`]*", RegexOptions.CultureInvariant)]
    private static partial Regex Closing { get; }
}
