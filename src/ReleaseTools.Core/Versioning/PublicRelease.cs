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
    public static bool Decide(ImmutableArray<string> expressions, string reference, ImmutableArray<string> tags) =>
        expressions.Any(expression => IsMatch(reference, expression))
        || (expressions.Any(expression => expression.StartsWith("^refs/tags/", StringComparison.Ordinal))
            && expressions.Any(expression => tags.Any(tag => IsMatch(tag, expression))));

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
