using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseTools.Commits;

/// <summary>The security advisories a text speaks of: <c>CVE-2026-1234</c>, <c>GHSA-xxxx-xxxx-xxxx</c>.</summary>
internal static partial class Advisories
{
    public static ImmutableArray<string> In(string text) =>
        text.Contains('-', StringComparison.Ordinal) && (text.Contains("CVE-", StringComparison.OrdinalIgnoreCase) || text.Contains("GHSA-", StringComparison.OrdinalIgnoreCase))
            ? [.. Pattern.Matches(text).Select(match => Named(match.Value)).Distinct()]
            : [];

    /// <summary>As their keepers write them: of GitHub's only the first letters are capitals.</summary>
    private static string Named(string id) => id.StartsWith('C') || id.StartsWith('c') ? id.ToUpperInvariant() : $"GHSA{id[4..].ToLowerInvariant()}";

    [GeneratedRegex(@"\b(?:CVE-[0-9]{4}-[0-9]{4,19}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
