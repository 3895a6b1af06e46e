using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>An issue or pull request a message speaks of: <c>#12</c>, <c>Closes #12</c>, <c>owner/name#12</c>.</summary>
/// <param name="Action">The word that says what becomes of it, in lower case, or null.</param>
/// <param name="Repository">As written before the number sign, or null for this repository.</param>
/// <param name="Issue">What follows the number sign.</param>
internal sealed partial record IssueReference(string? Action, string? Repository, string Issue)
{
    private static readonly string[] Actions = ["close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved"];

    /// <summary>The references of one line. An action holds for all that follow it, up to the next one; a footer's may have a colon.</summary>
    public static ImmutableArray<IssueReference> Read(string line, bool isFooter)
    {
        var found = ImmutableArray.CreateBuilder<IssueReference>();
        string? action = null;

        foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var name = (isFooter ? word.TrimEnd(':') : word).TrimStart('(', '[');

            if (Actions.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                action = name.ToLowerInvariant();
            }
            else if ((word.Contains("://", StringComparison.Ordinal) ? action is null ? null : ReadAddress(word) : ReadWord(word)) is { } reference)
            {
                found.Add(reference with { Action = action });
            }
        }

        return found.ToImmutable();
    }

    public override string ToString() => $"{Repository}#{Issue}";

    /// <summary>The address of an issue on GitHub, GitLab or Bitbucket, which a host closes as it does one by its number.</summary>
    private static IssueReference? ReadAddress(string word) =>
        Address.Match(word) is { Success: true } match ? new(null, match.Groups["repository"].Value, match.Groups["issue"].Value) : null;

    [GeneratedRegex(@"^[(\[<]?https?://[^/\s@]+/(?<repository>[\w.-]+(?:/[\w.-]+){1,9}?)(?:/-)?/(?:issues|work_items)/(?<issue>[0-9]{1,12})[)\].,;>]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address { get; }

    private static IssueReference? ReadWord(string word)
    {
        var sign = word.IndexOf('#');

        if (sign < 0)
        {
            return null;
        }

        var end = sign + 1;

        while (end < word.Length && (EcmaText.IsWord(word[end]) || word[end] == '-'))
        {
            end++;
        }

        var start = sign;

        while (start > 0 && (EcmaText.IsWord(word[start - 1]) || word[start - 1] is '-' or '.' or '/'))
        {
            start--;
        }

        var issue = word[(sign + 1)..end];
        var isWhole = end == word.Length || word[end] is ',' or ';' or '.' or ')' or ']';
        return isWhole && issue.Any(char.IsAsciiDigit) ? new(null, start == sign ? null : word[start..sign], issue) : null;
    }
}
