using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReleaseTools.Changelog;

/// <summary>What a message says that it takes back: a commit, or all that a pull request brought.</summary>
/// <param name="Commit">Its hash, or the beginning of it; null where a pull request is named.</param>
/// <param name="Kept">Of a reverted merge the side that was kept, or null.</param>
/// <param name="PullRequest">The number of a pull request, or null.</param>
internal sealed partial record RevertNote(string? Commit, string? Kept = null, string? PullRequest = null)
{
    public static ImmutableArray<RevertNote> In(string message)
    {
        if (!message.Contains("evert", StringComparison.Ordinal) && !message.Contains("EVERT", StringComparison.Ordinal))
        {
            return [];
        }

        ImmutableArray<RevertNote> commits =
        [
            .. Sentence.Matches(message).Select(match => new RevertNote(match.Groups["commit"].Value, match.Groups["kept"] is { Success: true, Value: var kept } ? kept : null)),
        ];

        return commits is not [] ? commits
            : Footer.Match(message) is { Success: true } footer ? [.. footer.Groups["commit"].Captures.Select(commit => new RevertNote(commit.Value))]
            : PullRequestIn.Match(message) is { Success: true } request ? [new RevertNote(null, PullRequest: request.Groups["number"].Value)]
            : [];
    }

    /// <summary>At the start of a line, as git writes it: within one it is about a revert, and none.</summary>
    [GeneratedRegex(
        @"^This reverts commit (?<commit>[0-9a-f]{7,64})\b(?:,\s+reversing\s+changes\s+made\s+to\s+(?<kept>[0-9a-f]{7,64})\b)?",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence { get; }

    /// <summary>The form Conventional Commits proposes: <c>revert: …</c> and <c>Refs: 676104e, a215868</c>.</summary>
    [GeneratedRegex(
        @"\A\s*revert(?:\([^)\n]*\))?!?: .*(?:\n.*)*?\nRefs: *(?<commit>[0-9a-f]{7,64})(?:, *(?<commit>[0-9a-f]{7,64}))*[ \r]*$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Footer { get; }

    /// <summary>What GitHub's button writes: <c>Reverts owner/name#12</c>, under <c>Revert "feat: add search (#12)"</c>.</summary>
    [GeneratedRegex(
        @"^Reverts (?:[\w.-]+/[\w.-]+)?[#!](?<number>[0-9]{1,19})[ \r]*$|\A\s*Revert "".*\([#!](?<number>[0-9]{1,19})\)""",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PullRequestIn { get; }
}
