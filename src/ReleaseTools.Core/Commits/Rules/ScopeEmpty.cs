using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The message has a scope, or has none.</summary>
internal sealed class ScopeEmpty : ILintRule
{
    public string Name => "scope-empty";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (MessagePart.Scope(message) is var part && part.IsEmpty == setting.IsNever)
        {
            yield return RuleDiagnostics.ScopeEmpty(part.Spot, setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"scope {setting.MayNot} be empty";
}
