using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line begins with a type, or with none.</summary>
internal sealed class TypeEmpty : ILintRule
{
    public string Name => "type-empty";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (MessagePart.Type(message) is var part && part.IsEmpty == setting.IsNever)
        {
            yield return LintDiagnostics.TypeEmpty(part.Spot, setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"type {setting.MayNot} be empty";
}
