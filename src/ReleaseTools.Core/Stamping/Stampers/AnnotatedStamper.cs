using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>
/// Lines of any text with the comment <c>x-release-version</c>, and those between <c>x-release-start-version</c> and <c>x-release-end</c>:
/// the first version of each. The names that release-please has for them are understood as well.
/// </summary>
internal sealed partial class AnnotatedStamper : IStamper
{
    public bool Reads(ReadOnlySpan<char> path) => true;

    /// <returns>None where nothing is annotated.</returns>
    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var values = ImmutableArray.CreateBuilder<StampValue>();
        var (open, before) = (-1, 0);

        foreach (var (start, line) in TextLines.Of(source.Text))
        {
            var mark = Mark.Match(line);

            switch (mark.Groups[1].Value)
            {
                case "start-version" when open < 0:
                    (open, before) = (start + mark.Index, values.Count);
                    continue;
                case "end" when open >= 0 && values.Count == before:
                    throw new ReleaseException(StampDiagnostics.NoVersionInLine(source.SpotAt(open)));
                case "end" when open >= 0:
                    open = -1;
                    continue;
                case "start-version" or "end":
                    throw new ReleaseException(StampDiagnostics.BlockWithoutEnd(source.SpotAt(start + mark.Index)));
            }

            if (!mark.Success && open < 0)
            {
                continue;
            }

            // A version of this text's own kind: one that is to begin with a 'v' does so already.
            if ((version.StartsWith('v') ? Prefixed : Version).Match(line) is { Success: true } found)
            {
                values.Add(StampValue.Of(mark.Success ? mark.Value : "x-release-start-version", found.Value, version, start + found.Index));
            }
            else if (mark.Success)
            {
                throw new ReleaseException(StampDiagnostics.NoVersionInLine(source.SpotAt(start + mark.Index)));
            }
        }

        return open < 0 ? values.ToImmutable() : throw new ReleaseException(StampDiagnostics.BlockWithoutEnd(source.SpotAt(open)));
    }

    [GeneratedRegex(@"\bx-release-(?:please-)?(version|start-version|end)\b(?!-)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark { get; }

    [GeneratedRegex(Numbers, RegexOptions.CultureInvariant)]
    private static partial Regex Version { get; }

    [GeneratedRegex("v?" + Numbers, RegexOptions.CultureInvariant)]
    private static partial Regex Prefixed { get; }

    private const string Numbers = @"(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?";
}
