using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>A rule as a configuration uses it: how grave its findings are.</summary>
internal sealed record RuleSetting(ILintRule Rule, Severity Severity);
