using System.Collections.Immutable;
using ReleaseTools.Commits.Rules;

namespace ReleaseTools.Commits;

/// <summary>What one configuration says by itself, before those it extends are under it.</summary>
internal sealed record LintLayer
{
    /// <summary>Configurations it extends, each with its place, in order: a later one wins.</summary>
    public ImmutableArray<ExtendedName> Extends { get; init; } = [];

    public ImmutableArray<RuleSetting> Rules { get; init; } = [];

    /// <summary>Rules it names only to switch them off.</summary>
    public ImmutableArray<string> Off { get; init; } = [];

    /// <summary>What else gives scopes, beside those the rule scope-enum lists.</summary>
    public ImmutableArray<ScopeSource> Scopes { get; init; } = [];

    public GrammarSetting? Grammar { get; init; }

    public bool? DefaultIgnores { get; init; }

    public string? HelpUrl { get; init; }
}
