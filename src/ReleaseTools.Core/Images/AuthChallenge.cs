using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseTools.Images;

/// <summary>How a registry wants to be told who asks: one <c>WWW-Authenticate</c> header (RFC 9110, 11.6.1).</summary>
/// <param name="Scheme">In lower case.</param>
/// <param name="Parameters">Names in any case.</param>
internal sealed partial record AuthChallenge(string Scheme, ImmutableDictionary<string, string> Parameters)
{
    public string Realm => Parameters.GetValueOrDefault("realm", "");

    public string Service => Parameters.GetValueOrDefault("service", "");

    /// <summary>What the registry says that it takes, one scope after another.</summary>
    public string[] Scopes => Parameters.GetValueOrDefault("scope", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="scheme">The word before the parameters.</param>
    /// <param name="parameters">A list of names with values, which hold commas where they are quoted.</param>
    public static AuthChallenge Parse(string scheme, string parameters) => new(
        scheme.ToLowerInvariant(),
        Parameter.Matches(parameters)
            .GroupBy(match => match.Groups["name"].Value, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(group => group.Key, group => ValueOf(group.First()), StringComparer.OrdinalIgnoreCase));

    private static string ValueOf(Match match) =>
        match.Groups["quoted"] is { Success: true } quoted ? Escaped.Replace(quoted.Value, "$1") : match.Groups["plain"].Value;

    [GeneratedRegex("""(?<name>[A-Za-z0-9_-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s,"]+))""")]
    private static partial Regex Parameter { get; }

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped { get; }
}
