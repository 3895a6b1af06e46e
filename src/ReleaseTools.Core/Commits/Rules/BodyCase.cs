using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The body is in a case, or is not.</summary>
internal sealed class BodyCase : ILintRule
{
    public string Name => "body-case";

    public RuleValueKind Takes => RuleValueKind.Cases;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Body(message);

        if (!part.IsEmpty && CaseCheck.Fails(part.Text, setting))
        {
            yield return RuleDiagnostics.BodyCase(part.Spot, setting.IsNever, CaseCheck.Names(part.Text, setting));
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => CaseCheck.Words("body", CaseCheck.Names(MessagePart.Body(message).Text, setting), setting);
}
