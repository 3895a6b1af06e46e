using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The message has a footer, or has none.</summary>
internal sealed class FooterEmpty : ILintRule
{
    public string Name => "footer-empty";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (MessagePart.Footer(message) is var part && part.IsEmpty == setting.IsNever)
        {
            yield return RuleDiagnostics.FooterEmpty(part.Spot, setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"footer {setting.MayNot} be empty";
}
