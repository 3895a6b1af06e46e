using System.Collections.Immutable;

namespace ReleaseTools.Commits.Rules;

/// <summary>What stands between the scopes of a message that has several.</summary>
internal static class ScopeDelimiters
{
    private static readonly ImmutableArray<string> Usual = ["/", "\\", ","];

    public static ImmutableArray<string> Of(ImmutableArray<string> given) => given is [] ? Usual : given;

    /// <summary>A blank behind a comma belongs to it.</summary>
    public static IEnumerable<string> Split(string scope, ImmutableArray<string> given)
    {
        var delimiters = Of(given);
        var start = 0;

        for (var place = 0; place < scope.Length;)
        {
            var found = delimiters.FirstOrDefault(delimiter => delimiter.Length > 0 && scope.AsSpan(place).StartsWith(delimiter, StringComparison.Ordinal));

            if (found is null)
            {
                place++;
                continue;
            }

            yield return scope[start..place];
            place += found.Length;
            place += found == "," && place < scope.Length && scope[place] == ' ' ? 1 : 0;
            start = place;
        }

        yield return scope[start..];
    }
}
