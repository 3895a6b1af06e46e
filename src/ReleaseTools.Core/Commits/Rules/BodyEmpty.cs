using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The message has a body, or has none.</summary>
internal sealed class BodyEmpty : ILintRule
{
    public string Name => "body-empty";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (MessagePart.Body(message) is var part && part.IsEmpty == setting.IsNever)
        {
            yield return RuleDiagnostics.BodyEmpty(part.Spot, setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"body {setting.MayNot} be empty";
}
