using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>A rule as a configuration uses it: how grave its findings are, whether it asks for the opposite, and what it is given.</summary>
internal sealed record RuleSetting(ILintRule Rule, Severity Severity, bool IsNever = false)
{
    public RuleValue Value { get; init; } = RuleValue.None;

    /// <summary>How commitlint puts it in most of its sentences.</summary>
    public string Must => IsNever ? "must not" : "must";

    public string MayNot => IsNever ? "may not" : "must";
}
