using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>What version.json says of changelogs, as somebody wrote it. What it means is read where a changelog is written, so an old commit's never stands in the way of its version.</summary>
internal sealed record ChangelogSetting
{
    public static ChangelogSetting Default { get; } = new();

    /// <summary>Its texts by name, each with its place.</summary>
    public ImmutableDictionary<string, (string Text, SourceSpot Spot)> Texts { get; init; } = ImmutableDictionary<string, (string, SourceSpot)>.Empty;

    /// <summary>Whether the site that hosts the repository is asked.</summary>
    public bool IsOnline { get; init; }

    /// <summary>Whose words an entry has, where both are known.</summary>
    public EntrySource Text { get; init; }

    /// <summary>The headings; empty where they are not written.</summary>
    public ImmutableArray<SectionSetting> Sections { get; init; } = [];
}
