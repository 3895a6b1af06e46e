using System.Collections.Immutable;

namespace ReleaseTools.Changelog;

/// <summary>Which types of commits stand under a heading. A type under no heading is hidden.</summary>
internal sealed record SectionRule(string Title, params ImmutableArray<string> Types);
