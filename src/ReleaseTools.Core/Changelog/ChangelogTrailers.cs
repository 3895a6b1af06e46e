using System.Collections.Immutable;
using ReleaseTools.Commits;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>What trailers of a message tell a changelog. Their names hold in any case, as git's do.</summary>
internal static class ChangelogTrailers
{
    private const string CoAuthor = "Co-authored-by:";
    private const string Change = "Change-Id:";
    private const string Origin = "(cherry picked from commit ";

    /// <summary>What <c>Release-Note:</c> says instead of the subject, its lines joined; or null. The last one counts.</summary>
    public static string? NoteIn(ImmutableArray<CommitFooter> footers) => Find(footers, "Release-Note") is { } value
        && string.Join(' ', EcmaText.Lines(value).Select(EcmaText.Trim).TakeWhile(line => line.Length > 0)) is { Length: > 0 } note ? note : null;

    public static bool IsSkipped(ImmutableArray<CommitFooter> footers) => Find(footers, "Changelog") is { } value && value.Trim().Equals("skip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Those that <c>Co-authored-by:</c> names, each once.</summary>
    public static ImmutableArray<Contributor> CoAuthorsIn(string message) =>
        message.Contains(CoAuthor, StringComparison.OrdinalIgnoreCase) ? [.. ValuesIn(message, CoAuthor).Select(Contributor.Read).OfType<Contributor>().Distinct()] : [];

    /// <summary>Gerrit's name for a change, which a cherry-pick keeps; or null.</summary>
    public static string? ChangeIdIn(string message) =>
        message.Contains(Change, StringComparison.OrdinalIgnoreCase) ? ValuesIn(message, Change).LastOrDefault(value => value is ['I', _, ..]) : null;

    /// <summary>The commit this one was picked from, as <c>git cherry-pick -x</c> notes it; or null. Of several the first, where the change was made.</summary>
    public static string? OriginIn(string message) => EcmaText.Lines(message).Where(IsOrigin)
        .Select(line => line.Trim()[Origin.Length..].TrimEnd(')', ' '))
        .FirstOrDefault(hash => hash.Length >= 7 && hash.All(char.IsAsciiHexDigit))?.ToLowerInvariant();

    /// <summary>The message without such notes, which would belong to the footer above them.</summary>
    public static string WithoutOrigin(string message) => string.Join('\n', EcmaText.Lines(message).Where(line => !IsOrigin(line)));

    public static bool HasOrigin(string message) => message.Contains(Origin, StringComparison.Ordinal);

    private static bool IsOrigin(string line) => line.AsSpan().Trim().StartsWith(Origin, StringComparison.Ordinal);

    private static string? Find(ImmutableArray<CommitFooter> footers, string token) => footers.LastOrDefault(footer => footer.Token.Equals(token, StringComparison.OrdinalIgnoreCase))?.Value;

    private static IEnumerable<string> ValuesIn(string message, string start) => EcmaText.Lines(message).Skip(1)
        .Where(line => line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        .Select(line => line[start.Length..].Trim());
}
