using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line says something after its type, or nothing.</summary>
internal sealed class SubjectEmpty : ILintRule
{
    public string Name => "subject-empty";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (MessagePart.Subject(message) is var part && part.IsEmpty == setting.IsNever)
        {
            yield return LintDiagnostics.SubjectEmpty(part.Spot, setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"subject {setting.MayNot} be empty";
}
