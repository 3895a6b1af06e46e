using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>The fields of <c>git log --format</c> that are more than text.</summary>
internal static partial class LogFields
{
    /// <summary>
    /// <c>%cI</c>, <c>%aI</c>. git keeps zones that no place has, such as <c>+51:80</c>, and years beyond any calendar: of those comes
    /// the same moment in UTC, the last there is, or where nothing can be read the first of Unix.
    /// </summary>
    public static DateTimeOffset Date(string text)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var date))
        {
            return date;
        }

        var match = Parts.Match(text);

        if (!match.Success)
        {
            return DateTimeOffset.UnixEpoch;
        }

        return DateTime.TryParse(match.Groups["local"].Value, CultureInfo.InvariantCulture, out var local)
            ? new DateTimeOffset(Math.Clamp(local.Ticks - Zone(match).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero)
            : DateTimeOffset.MaxValue;
    }

    /// <summary><c>%P</c></summary>
    public static ImmutableArray<CommitId> Commits(string hashes) => [.. hashes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hash => new CommitId(hash))];

    private static TimeSpan Zone(Match match)
    {
        var minutes = (Number(match, "hours") * 60) + Number(match, "minutes");
        return TimeSpan.FromMinutes(match.Groups["sign"].Value == "-" ? -minutes : minutes);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<local>\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d)(?<sign>[+-])(?<hours>\d{1,3}):(?<minutes>\d{1,3})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts { get; }
}
