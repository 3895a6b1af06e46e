using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>One entry of the list of files to stamp as somebody wrote it. What it means is read where files are stamped, so an old commit's never stands in the way of its version.</summary>
/// <param name="Spot">Where the entry begins; its file is the version.json that says it.</param>
internal sealed record StampSetting(SourceSpot Spot)
{
    /// <summary>Its texts by name, each with its place.</summary>
    public ImmutableDictionary<string, (string Text, SourceSpot Spot)> Texts { get; init; } = ImmutableDictionary<string, (string, SourceSpot)>.Empty;

    /// <summary>How often a pattern has to match; null where it is not written.</summary>
    public int? Count { get; init; }
}
