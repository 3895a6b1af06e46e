using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>The entries under one heading.</summary>
internal sealed record ChangelogSection(string Title, ImmutableArray<ChangelogEntry> Entries);
