using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line is in a case, or is not. One that begins with no ASCII letter passes.</summary>
internal sealed class HeaderCase : ILintRule
{
    public string Name => "header-case";

    public RuleValueKind Takes => RuleValueKind.Cases;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Header(message);

        if (char.IsAsciiLetter(part.Text[0]) && CaseCheck.Fails(part.Text, setting))
        {
            yield return RuleDiagnostics.HeaderCase(part.Spot, setting.IsNever, CaseCheck.Names(part.Text, setting));
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => CaseCheck.Words("header", CaseCheck.Names(MessagePart.Header(message).Text, setting), setting);
}
