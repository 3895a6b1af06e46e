using System.Text.RegularExpressions;

namespace ReleaseTools.Changelog;

/// <summary>Where a name in brackets leads, as the end of a changelog says it: <c>[1.2.0]: https://…</c></summary>
/// <param name="Start">Offset of its line.</param>
/// <param name="End">Offset behind its line, without the line's end.</param>
/// <param name="Label">The name.</param>
/// <param name="AddressStart">Offset of the address.</param>
/// <param name="Address">Where it leads.</param>
internal sealed partial record LinkDefinition(int Start, int End, string Label, int AddressStart, string Address)
{
    /// <summary>Null where the line says something else.</summary>
    public static LinkDefinition? Read(int start, string line) => line.Length <= 4_000 && line.TrimStart(' ') is ['[', ..] && Definition.Match(line) is { Success: true } match
        ? new(start, start + line.Length, match.Groups["label"].Value, start + match.Groups["address"].Index, match.Groups["address"].Value)
        : null;

    [GeneratedRegex(@"^ {0,3}\[(?<label>[^\[\]]+)\]:[ \t]*(?:<(?<address>[^<>]*)>|(?<address>[^\s<]\S*))(?:[ \t]+(?:""[^""]*""|'[^']*'|\([^()]*\)))?[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Definition { get; }
}
