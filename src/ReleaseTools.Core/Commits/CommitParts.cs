using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>
/// The messages that one commit message is made of. A squashed pull request lists those of its commits, and somebody may have written
/// afterwards what it should have said, between <c>BEGIN_COMMIT_OVERRIDE</c> and <c>END_COMMIT_OVERRIDE</c>. Any other is one message.
/// </summary>
internal static class CommitParts
{
    private const string OverrideBegins = "BEGIN_COMMIT_OVERRIDE";
    private const string OverrideEnds = "END_COMMIT_OVERRIDE";
    private const string Item = "* ";

    /// <summary>What GitHub puts between the list and the footers of all of it.</summary>
    private const string EndOfList = "---------";

    /// <summary>Types that only changelogs know.</summary>
    private static readonly string[] ChangelogTypes = ["deprecate", "remove", "security"];

    /// <summary>At least one; the first is about the whole commit, unless the message was replaced.</summary>
    public static ImmutableArray<string> In(string message)
    {
        var isReplaced = message.Contains(OverrideBegins, StringComparison.Ordinal);

        if (!isReplaced && !message.Contains("\n" + Item, StringComparison.Ordinal))
        {
            return [message];
        }

        string[] lines = [.. EcmaText.Lines(message.TrimStart('\r', '\n'))];
        return (isReplaced ? Replacement(lines) : null) ?? Listed(lines) ?? [message];
    }

    private static ImmutableArray<string>? Replacement(string[] lines)
    {
        var begin = Array.FindIndex(lines, line => line.Trim() == OverrideBegins);
        var end = begin < 0 ? -1 : Array.FindIndex(lines, begin, line => line.Trim() == OverrideEnds);

        if (end < 0)
        {
            return null;
        }

        var texts = new List<List<string>>();

        foreach (var line in lines[(begin + 1)..end].Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0))
        {
            if (texts is [] || IsKnown(line))
            {
                texts.Add([]);
            }

            texts[^1].Add(line);
        }

        return texts is [] ? null : [.. texts.Select(text => string.Join('\n', text))];
    }

    private static ImmutableArray<string>? Listed(string[] lines)
    {
        var first = Array.FindIndex(lines, 1, line => !string.IsNullOrWhiteSpace(line));

        if (first < 0 || !lines[first].StartsWith(Item, StringComparison.Ordinal))
        {
            return null;
        }

        var end = Array.FindIndex(lines, first, line => line.TrimEnd() == EndOfList) is >= 0 and var found ? found : lines.Length;
        var items = new List<List<string>>();

        foreach (var line in lines[first..end])
        {
            if (line.StartsWith(Item, StringComparison.Ordinal) && (FooterSyntax.Read(line) is not { Token: FooterSyntax.Breaking }))
            {
                items.Add([line[Item.Length..]]);
            }
            else
            {
                items[^1].Add(line);
            }
        }

        // A list of anything else is the body of one message.
        return items.Any(item => IsKnown(item[0]))
            ? [string.Join('\n', [lines[0], "", .. lines[Math.Min(end + 1, lines.Length)..]]), .. items.Where(item => IsKnown(item[0])).Select(item => string.Join('\n', item))]
            : null;
    }

    /// <summary>Whether a line begins a message, rather than a sentence such as <c>note: this is slow</c>.</summary>
    private static bool IsKnown(string line) =>
        ConventionalHeader.Read(line) is { Type.Text: { } type, Subject: not null } && (CommitTypes.Exactly(type) is not null || ChangelogTypes.Contains(type.ToLowerInvariant()));
}
