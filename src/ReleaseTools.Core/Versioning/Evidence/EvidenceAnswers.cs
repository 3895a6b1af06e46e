using System.Collections.Frozen;
using System.Collections.Immutable;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>What was found for <see cref="EvidenceQuestions"/>.</summary>
/// <param name="Commits">Each commit by a line.</param>
/// <param name="Changes">For each commit the paths it changed against any of its parents.</param>
/// <param name="IgnoresCase">Whether names of files that differ in case alone are one name here.</param>
internal sealed record EvidenceAnswers(FrozenDictionary<CommitId, CommitSummary> Commits, FrozenDictionary<CommitId, ImmutableArray<string>> Changes, bool IgnoresCase);
