using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>Makefiles: the variable <c>VERSION</c>, however it is assigned. Recipes, comments and <c>define</c> blocks are not looked at.</summary>
internal sealed partial class MakefileStamper : IStamper
{
    private const string Key = "VERSION";

    public bool Reads(ReadOnlySpan<char> path) => Path.GetFileName(path) is "Makefile" or "makefile" or "GNUmakefile" || Path.GetExtension(path) is ".mk";

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var found = Assignments(source).ToArray();

        return found switch
        {
            [] => throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(0), Key)),
            [_, var second, ..] => throw new ReleaseException(StampDiagnostics.KeyTwice(source.SpotAt(second.Start), Key)),
            [var (start, text)] => [TextStamp.Value(source, Key, start, text, version)],
        };
    }

    private static IEnumerable<(int Start, string Text)> Assignments(SourceText source)
    {
        var (goesOn, defines) = (false, 0);

        foreach (var (start, line) in TextLines.Of(source.Text))
        {
            var isOwn = !goesOn;
            goesOn = line.EndsWith('\\');
            defines += !isOwn ? 0 : Define.IsMatch(line) ? 1 : Endef.IsMatch(line) && defines > 0 ? -1 : 0;

            if (isOwn && defines == 0 && Assignment.Match(line) is { Success: true } match)
            {
                yield return (start + match.Groups[1].Index, match.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex(@"^ *(?:(?:export|override|private)[ \t]+)*VERSION[ \t]*(?:\?=|:::?=|:=|=)[ \t]*((?:[^# \t]|[ \t]+[^# \t])*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment { get; }

    [GeneratedRegex(@"^ *(?:(?:export|override)[ \t]+)*define\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Define { get; }

    [GeneratedRegex(@"^ *endef\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Endef { get; }
}
