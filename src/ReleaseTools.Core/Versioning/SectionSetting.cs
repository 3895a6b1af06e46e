using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>One heading of a changelog as somebody wrote it: our own <c>title</c> and <c>types</c>, or <c>section</c> and <c>type</c> as versionize and release-please have them.</summary>
/// <param name="Spot">Where the entry begins.</param>
internal sealed record SectionSetting(SourceSpot Spot)
{
    public string? Title { get; init; }

    public ImmutableArray<string> Types { get; init; } = [];

    public bool IsHidden { get; init; }
}
