using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseTools.Text;

namespace ReleaseTools.Changelog;

/// <summary>Where a name in brackets leads, as the end of a changelog says it: <c>[1.2.0]: https://…</c></summary>
/// <param name="Start">Offset of its line.</param>
/// <param name="End">Offset behind its line, without the line's end.</param>
/// <param name="Label">The name.</param>
/// <param name="AddressStart">Offset of the address.</param>
/// <param name="Address">Where it leads.</param>
internal sealed partial record LinkDefinition(int Start, int End, string Label, int AddressStart, string Address)
{
    /// <summary>Those at the end of a text, with nothing but empty lines between them.</summary>
    public static ImmutableArray<LinkDefinition> ReadLast(string text)
    {
        var found = ImmutableArray.CreateBuilder<LinkDefinition>();

        foreach (var (start, line) in TextLines.Of(text).Reverse())
        {
            if (Read(start, line) is { } definition)
            {
                found.Add(definition);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                break;
            }
        }

        found.Reverse();
        return found.ToImmutable();
    }

    private static LinkDefinition? Read(int start, string line) => line.Length <= 4_000 && Definition.Match(line) is { Success: true } match
        ? new(start, start + line.Length, match.Groups["label"].Value, start + match.Groups["address"].Index, match.Groups["address"].Value)
        : null;

    [GeneratedRegex(@"^\[(?<label>[^\[\]]+)\]:[ \t]*(?<address>\S+)[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Definition { get; }
}
