using System.Collections.Immutable;

namespace ReleaseTools.Commits;

/// <summary>How messages are taken apart: commitlint's parser options.</summary>
internal sealed record CommitGrammar
{
    /// <summary>conventional-changelog-conventionalcommits: Conventional Commits 1.0.0.</summary>
    public static CommitGrammar Conventional { get; } = new() { Header = HeaderForm.MarkFirst, NoteKeywords = ["BREAKING CHANGE", "BREAKING-CHANGE"] };

    /// <summary>conventional-changelog-angular, which commitlint falls back to.</summary>
    public static CommitGrammar Angular { get; } = new();

    public HeaderForm Header { get; init; } = HeaderForm.NoMark;

    /// <summary>What begins a footer that says what breaks, in any case.</summary>
    public ImmutableArray<string> NoteKeywords { get; init; } = ["BREAKING CHANGE"];

    /// <summary>What stands before the number of an issue.</summary>
    public ImmutableArray<string> IssuePrefixes { get; init; } = ["#"];

    public bool IssuePrefixesCaseSensitive { get; init; }

    /// <summary>The words that say what becomes of an issue.</summary>
    public ImmutableArray<string> ReferenceActions { get; init; } = ["close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved"];
}
