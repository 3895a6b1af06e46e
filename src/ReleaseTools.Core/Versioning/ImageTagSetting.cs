using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>One entry of a list of image tags as somebody wrote it. What it means is read where images are made, so an old commit's never stands in the way of its version.</summary>
/// <param name="Tag">With placeholders, as in <c>v{version}</c>.</param>
/// <param name="Spot">Where it stands; null for an item of a project.</param>
internal sealed record ImageTagSetting(string Tag, SourceSpot? Spot = null)
{
    /// <summary>When it is published; empty leaves that to the tag.</summary>
    public ImmutableArray<string> When { get; init; } = [];

    public SourceSpot? WhenSpot { get; init; }
}
