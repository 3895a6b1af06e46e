using System.Collections.Immutable;
using ReleaseTools.Commits.Rules;

namespace ReleaseTools.Commits;

/// <summary>All that decides whether a message is good: the rules, how it is taken apart, and whether some messages are passed over.</summary>
internal sealed record LintConfiguration
{
    /// <summary>Where commitlint sends its users by default.</summary>
    private const string Help = "https://github.com/conventional-changelog/commitlint/#what-is-commitlint";

    /// <summary>What holds where nothing is configured.</summary>
    public static LintConfiguration Default { get; } = From([SharedRules.Conventional]);

    public ImmutableArray<RuleSetting> Rules { get; private init; } = [];

    public CommitGrammar Grammar { get; private init; } = CommitGrammar.Angular;

    /// <summary>Whether messages that git, a host or a rebase wrote are passed over.</summary>
    public bool DefaultIgnores { get; private init; } = true;

    public string HelpUrl { get; private init; } = Help;

    /// <param name="layers">What is extended first; a later one wins.</param>
    public static LintConfiguration From(IEnumerable<LintLayer> layers) => layers.Aggregate((Setting: (GrammarSetting?)null, Result: new LintConfiguration()), (sum, layer) =>
    {
        var setting = layer.Grammar?.Over(sum.Setting) ?? sum.Setting;

        return (setting, sum.Result with
        {
            Rules = layer.Rules.Aggregate(sum.Result.Rules.RemoveAll(rule => layer.Off.Contains(rule.Rule.Name)), WithRule),
            Grammar = setting?.Resolve() ?? CommitGrammar.Angular,
            DefaultIgnores = layer.DefaultIgnores ?? sum.Result.DefaultIgnores,
            HelpUrl = layer.HelpUrl ?? sum.Result.HelpUrl,
        });
    }).Result;

    /// <summary>In the place of the rule's old setting, where it has one.</summary>
    private static ImmutableArray<RuleSetting> WithRule(ImmutableArray<RuleSetting> rules, RuleSetting setting) =>
        rules.FirstOrDefault(rule => rule.Rule.Name == setting.Rule.Name) is { } old ? rules.Replace(old, setting) : rules.Add(setting);
}
