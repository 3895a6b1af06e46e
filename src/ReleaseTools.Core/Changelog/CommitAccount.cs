using ReleaseTools.Git;

namespace ReleaseTools.Changelog;

/// <summary>What became of one commit, and why.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Header">The first line of its message, as its author wrote it.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Why">In a few words, for people.</param>
internal sealed record CommitAccount(CommitId Commit, string Header, CommitFate Fate, string Why);
