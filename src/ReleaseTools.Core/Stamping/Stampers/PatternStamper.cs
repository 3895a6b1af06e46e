using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>
/// The group <c>version</c> of each match of a regular expression in any text, which has to match as often as is asked for. It goes
/// over the file once and never back, so no expression takes long.
/// </summary>
internal sealed class PatternStamper(string pattern, Regex expression, int count) : IStamper
{
    private const string Group = "version";
    private const int Longest = 1000;
    private const int MostRepeated = 150;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public bool Reads(ReadOnlySpan<char> path) => true;

    /// <exception cref="ReleaseException">RT2095 or RT2096: the text is no such expression.</exception>
    public static PatternStamper Parse(string pattern, int count, SourceSpot spot)
    {
        if (pattern.Length > Longest || PatternSize.Of(pattern) > pattern.Length + MostRepeated)
        {
            throw new ReleaseException(StampSettingDiagnostics.NotAPattern(spot, pattern.Length > 60 ? pattern[..60] + "…" : pattern));
        }

        try
        {
            var expression = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Multiline, Patience);

            return expression.GetGroupNames().Contains(Group)
                ? new(pattern, expression, count)
                : throw new ReleaseException(StampSettingDiagnostics.NoVersionGroup(spot, pattern));
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new ReleaseException(StampSettingDiagnostics.NotAPattern(spot, pattern));
        }
    }

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        // One more than is asked for tells as much as all there are.
        var groups = Matches(source).Take(count + 1).Select(match => match.Groups[Group]).ToArray();

        return groups.Length == count
            ? [.. groups.Select(group => Value(source, group, version))]
            : throw new ReleaseException(StampDiagnostics.WrongCount(source.SpotAt(groups.Length > count ? groups[^1].Index : 0), pattern, Times(groups.Length, groups.Length > count), Times(count, isMore: false)));
    }

    private IEnumerable<Match> Matches(SourceText source)
    {
        for (var match = Next(source, () => expression.Match(source.Text)); match.Success; match = Next(source, match.NextMatch))
        {
            yield return match;
        }
    }

    private Match Next(SourceText source, Func<Match> find)
    {
        try
        {
            return find();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ReleaseException(StampDiagnostics.PatternTooSlow(source.SpotAt(0), pattern));
        }
    }

    /// <summary>In a multiline expression a dot takes the first half of a CRLF for a part of the line.</summary>
    private StampValue Value(SourceText source, Group group, string version)
    {
        var found = group.Value.TrimEnd('\r');

        return found.Length == 0 || found.AsSpan().ContainsAny('\r', '\n')
            ? throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(group.Index), pattern, found.Length == 0 ? "empty" : "more than one line"))
            : StampValue.Of(pattern, found, version, group.Index);
    }

    private static string Times(int times, bool isMore) => times switch
    {
        0 => "nothing",
        1 => "once",
        _ => (isMore ? "at least " : "") + times.ToString(CultureInfo.InvariantCulture) + " times",
    };
}
