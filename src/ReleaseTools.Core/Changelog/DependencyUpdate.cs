using System.Text.RegularExpressions;

namespace ReleaseTools.Changelog;

/// <summary>The update of a dependency, as dependabot and renovate announce it.</summary>
/// <param name="Name">What was updated, and where it is said in which folder.</param>
/// <param name="From">The version before, or null where it is not said.</param>
/// <param name="To">The version after.</param>
internal sealed partial record DependencyUpdate(string Name, string? From, string To)
{
    /// <summary>What bots write before it where they are told to be conventional.</summary>
    public const string Type = "build";

    public const string Scope = "deps";

    /// <summary>Whether a subject announces several at once: <c>Bump the all group across 1 directory with 3 updates</c></summary>
    public static bool IsOfGroup(string subject) => OfGroup.IsMatch(subject);

    /// <summary>Null where a subject announces none.</summary>
    public static DependencyUpdate? Read(string subject) => !subject.Contains(" to ", StringComparison.Ordinal) ? null
        : Bump.Match(subject) is { Success: true } bump ? Of(bump)
        : Update.Match(subject) is { Success: true } update ? Of(update)
        : null;

    private static DependencyUpdate Of(Match match) => new(
        match.Groups["name"].Value + match.Groups["where"].Value,
        match.Groups["from"] is { Success: true, Value: var from } ? from : null,
        match.Groups["to"].Value);

    /// <summary>dependabot: <c>bump lodash from 4.17.20 to 4.17.21 in /web</c></summary>
    [GeneratedRegex(@"^[Bb]umps? (?<name>\S+) from (?<from>\S+) to (?<to>\S+?)(?<where> in /\S*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bump { get; }

    [GeneratedRegex(@"^[Bb]umps? the \S+ group\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfGroup { get; }

    /// <summary>renovate: <c>update dependency eslint to v9.1.0 [security]</c>, <c>update actions/checkout action from v4 to v5</c></summary>
    [GeneratedRegex(
        @"^(?:[Uu]pdate|[Pp]in) (?:dependency |module |plugin |package |helm release |terraform )?(?<name>\S+)(?: action| docker tag| docker digest| digest| orb| helm release| monorepo)?(?: from (?<from>v?[0-9][\w.+-]*|[0-9a-f]{7,64}))? to (?<to>v?[0-9][\w.+-]*|[0-9a-f]{7,64})(?: \[[Ss][Ee][Cc][Uu][Rr][Ii][Tt][Yy]\])?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Update { get; }
}
