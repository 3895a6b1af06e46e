using NuGet.Versioning;
using ReleaseTools.Commits;

namespace ReleaseTools.Changelog;

/// <summary>Which commits a changelog is asked for.</summary>
/// <param name="Kind">How they are named.</param>
/// <param name="Range">The commits, where they are named one by one.</param>
/// <param name="Release">The version, or the tag, of a release.</param>
/// <param name="As">The version that what is unreleased will have, where somebody says it.</param>
internal sealed record ChangelogTarget(ChangelogTargetKind Kind, CommitRange? Range = null, string? Release = null, SemanticVersion? As = null);
