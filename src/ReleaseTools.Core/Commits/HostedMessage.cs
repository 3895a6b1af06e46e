using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>
/// What a host wrote around the message of a pull request: <c>Merged PR 12: feat: a</c> of Azure DevOps, and the first lines of GitHub,
/// Bitbucket and GitLab, under which the message stands.
/// </summary>
/// <param name="Message">What the people wrote.</param>
/// <param name="Number">The number of the pull request; null where the host does not say it.</param>
/// <param name="IsMergeRequest">Whether an exclamation mark stands before the number, as GitLab and Azure DevOps have it.</param>
internal sealed partial record HostedMessage(string Message, string? Number, bool IsMergeRequest)
{
    private const string MergeRequest = "See merge request ";
    private const string WorkItems = "Related work items: ";

    private static readonly string[] Starts = ["Merge pull request ", "Merge branch ", "Merged PR ", "Merged in "];

    /// <summary>Whether the first line is a host's, or git's, and the message stands in it or under it.</summary>
    public static bool IsTitle(string text) => text.TrimStart('\r', '\n') is var message && Array.Exists(Starts, start => message.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Null where no host had a part in the message, or nobody else had.</summary>
    public static HostedMessage? Read(string text)
    {
        var isMerge = text.AsSpan().TrimStart("\r\n").StartsWith("Merge");
        var namesRequest = text.Contains(MergeRequest, StringComparison.Ordinal);

        if (!isMerge && !namesRequest)
        {
            return null;
        }

        var lines = EcmaText.Lines(text.TrimStart('\r', '\n')).ToArray();
        var request = namesRequest ? lines.Select(line => Request.Match(line)).FirstOrDefault(match => match.Success)?.Groups["number"].Value : null;
        var said = request is null ? lines : lines.Where(line => !Request.IsMatch(line)).ToArray();
        var number = request;

        if (isMerge && Titled.Match(lines[0]) is { Success: true } titled)
        {
            said = [titled.Groups["title"].Value, .. said[1..].Select(Footer)];
            number = titled.Groups["number"].Value;
        }
        else if (isMerge && Above.Match(lines[0]) is { Success: true } above)
        {
            said = said[1..];
            number ??= above.Groups["number"] is { Success: true, Value: var found } ? found : null;
        }
        else if (request is null)
        {
            return null;
        }

        return string.Join('\n', said).Trim() is { Length: > 0 } message ? new(message, number, request is not null || lines[0].StartsWith("Merged PR ", StringComparison.Ordinal)) : null;
    }

    /// <summary>Azure DevOps puts its work items last, under a name with blanks, which would make them part of the footer above.</summary>
    private static string Footer(string line) => line.StartsWith(WorkItems, StringComparison.Ordinal) ? $"Refs: {line[WorkItems.Length..]}" : line;

    /// <summary>Azure DevOps, whether it squashes or merges.</summary>
    [GeneratedRegex(@"^Merged PR (?<number>[0-9]{1,19}): (?<title>.*\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Titled { get; }

    /// <summary>GitHub and Bitbucket's server; Bitbucket; GitLab, as git itself.</summary>
    [GeneratedRegex(@"^(?:Merge pull request #?(?<number>[0-9]{1,19}) (?:from|in) |Merged in .*\(pull request #(?<number>[0-9]{1,19})\)\s*$|Merge branch )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Above { get; }

    /// <summary>What GitLab puts under a message.</summary>
    [GeneratedRegex(@"^See merge request (?:[\w.-]+(?:/[\w.-]+)*)?!(?<number>[0-9]{1,19})\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Request { get; }
}
