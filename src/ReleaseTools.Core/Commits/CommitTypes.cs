using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>The types of conventional commits, and the words people write for them.</summary>
internal static class CommitTypes
{
    /// <summary>Those of @commitlint/config-conventional.</summary>
    public static ImmutableArray<string> Conventional { get; } = ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];

    /// <summary>The type a written word means, or null.</summary>
    public static string? Meant(string word) => Exactly(word) ?? Spelling.Nearest(word, Conventional);

    /// <summary>The type a word is, apart from its case, or is another word for.</summary>
    public static string? Exactly(string word) => word.ToLowerInvariant() switch
    {
        "feature" or "features" => "feat",
        "bug" or "bugfix" or "hotfix" => "fix",
        "doc" or "documentation" => "docs",
        "performance" => "perf",
        "refactoring" => "refactor",
        "tests" or "testing" => "test",
        "styles" or "formatting" => "style",
        "chores" or "deps" => "chore",
        "builds" => "build",
        var type => Conventional.Contains(type) ? type : null,
    };

    /// <summary>The type of a change whose description begins with a verb, or null where it could be any.</summary>
    public static string? OfVerb(string word) => word.ToLowerInvariant() switch
    {
        "add" or "adds" or "added" or "allow" or "implement" or "implements" or "implemented" or "introduce" or "introduced" or "support" => "feat",
        "fixes" or "fixed" or "fixing" or "correct" or "corrected" or "repair" or "prevent" => "fix",
        "document" or "documented" => "docs",
        "rename" or "renamed" or "refactored" or "simplify" or "extract" or "move" => "refactor",
        "optimize" or "optimise" => "perf",
        "bump" or "upgrade" => "chore",
        _ => null,
    };
}
