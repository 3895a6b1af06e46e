using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The type is in a case, such as lower case, or is not. One that begins with a digit passes.</summary>
internal sealed class TypeCase : ILintRule
{
    public string Name => "type-case";

    public RuleValueKind Takes => RuleValueKind.Cases;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Type(message);

        if (!part.IsEmpty && CaseCheck.Fails(part.Text, setting))
        {
            yield return LintDiagnostics.TypeCase(part.Spot, part.Text, setting.IsNever, CaseCheck.Names(part.Text, setting));
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => CaseCheck.Words("type", CaseCheck.Names(MessagePart.Type(message).Text, setting), setting);
}
