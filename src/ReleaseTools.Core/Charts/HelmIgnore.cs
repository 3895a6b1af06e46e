using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>The rules of a <c>.helmignore</c>, and the one that always holds: no hidden file of <c>templates</c> is part of a chart.</summary>
internal sealed class HelmIgnore
{
    public const string FileName = ".helmignore";

    private static readonly Rule Always = new(HelmPattern.Read("templates/.?*")!, IsNegated: false, FoldersOnly: false, OfPath: true, Offset: 0);

    private readonly SourceText? _source;
    private readonly ImmutableArray<Rule> _rules;

    private HelmIgnore(SourceText? source, ImmutableArray<Rule> rules)
    {
        _source = source;
        _rules = rules;
    }

    /// <summary>Of a chart without the file.</summary>
    public static HelmIgnore None { get; } = new(null, [Always]);

    /// <summary>Where a rule begins with an exclamation mark.</summary>
    public IEnumerable<SourceSpot> Negations => _rules.Where(rule => rule.IsNegated).Select(rule => _source!.SpotAt(rule.Offset));

    /// <exception cref="ReleaseException">RT7071: patterns that Helm refuses; all of them.</exception>
    public static HelmIgnore Parse(SourceText source)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var complaints = new List<Diagnostic>();
        var offset = 0;

        foreach (var line in source.Text.Split('\n'))
        {
            var text = line.Trim();
            var start = offset + line.Length - line.TrimStart().Length;
            offset += line.Length + 1;

            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (text.Contains("**", StringComparison.Ordinal) || HelmPattern.Read(text) is null || Read(text, start) is not { } rule)
            {
                complaints.Add(ChartDiagnostics.BadIgnorePattern(source.SpotAt(start), text));
                continue;
            }

            rules.Add(rule);
        }

        return complaints is [] ? new(source, rules.ToImmutable().Add(Always)) : throw new ReleaseException(complaints);
    }

    /// <summary>
    /// Whether a file, or a folder with all that is in it, is left out. The first rule that speaks decides. A negated one leaves out
    /// whatever it does not match, which is Helm's way and not git's.
    /// </summary>
    /// <param name="path">From the chart's folder, with forward slashes.</param>
    /// <param name="isFolder">What is there.</param>
    public bool LeavesOut(string path, bool isFolder)
    {
        foreach (var rule in _rules)
        {
            var matches = (isFolder || !rule.FoldersOnly) && rule.Pattern.Matches(rule.OfPath ? path : path[(path.LastIndexOf('/') + 1)..]);

            if (matches != rule.IsNegated)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a file is left out by itself or with a folder that it is in.</summary>
    public bool LeavesOutFile(string path) =>
        LeavesOut(path, isFolder: false) || path.Index().Any(unit => unit.Item == '/' && LeavesOut(path[..unit.Index], isFolder: true));

    private static Rule? Read(string text, int offset)
    {
        var isNegated = text[0] == '!';
        var pattern = isNegated ? text[1..] : text;
        var foldersOnly = pattern.EndsWith('/');
        pattern = foldersOnly ? pattern[..^1] : pattern;
        var ofPath = pattern.Contains('/', StringComparison.Ordinal);

        return HelmPattern.Read(pattern.StartsWith('/') ? pattern[1..] : pattern) is { } read ? new(read, isNegated, foldersOnly, ofPath, offset) : null;
    }

    /// <summary>A line of the file.</summary>
    private sealed record Rule(HelmPattern Pattern, bool IsNegated, bool FoldersOnly, bool OfPath, int Offset);
}
