using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>
/// Decides whether a build is for the public: its ref matches publicReleaseRefSpec; or, where an expression speaks of tags
/// (<c>^refs/tags/…</c>), a tag on the commit matches. The expressions are not anchored unless they say so.
/// </summary>
internal static class PublicRelease
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="ReleaseException">RT2011: an expression takes too long.</exception>
    public static bool Decide(ImmutableArray<string> expressions, string reference, ImmutableArray<string> tags) => Find(expressions, reference, tags) is not null;

    /// <summary>What makes it public, or null where nothing does.</summary>
    /// <exception cref="ReleaseException">RT2011: an expression takes too long.</exception>
    public static PublicMatch? Find(ImmutableArray<string> expressions, string reference, ImmutableArray<string> tags) =>
        Matches(expressions, reference).Concat(SpeaksOfTags(expressions) ? tags.SelectMany(tag => Matches(expressions, tag)) : []).FirstOrDefault();

    /// <summary>Whether the tags on the commit are asked as well.</summary>
    public static bool SpeaksOfTags(ImmutableArray<string> expressions) =>
        expressions.Any(expression => expression.StartsWith("^refs/tags/", StringComparison.Ordinal));

    private static IEnumerable<PublicMatch> Matches(ImmutableArray<string> expressions, string name) =>
        expressions.Where(expression => IsMatch(name, expression)).Select(expression => new PublicMatch(expression, name));

    private static bool IsMatch(string reference, string expression)
    {
        try
        {
            return Regex.IsMatch(reference, expression, RegexOptions.None, Patience);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ReleaseException(ConfigurationDiagnostics.ExpressionTooSlow(expression));
        }
    }
}
