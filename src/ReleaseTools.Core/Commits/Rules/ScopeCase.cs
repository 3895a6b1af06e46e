using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>Each of the scopes is in a case, or none is.</summary>
internal sealed class ScopeCase : ILintRule
{
    public string Name => "scope-case";

    public RuleValueKind Takes => RuleValueKind.ScopeCases;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Scope(message);

        if (!part.IsEmpty && setting.Value.Cases.Any(choice => Holds(choice, part.Text, setting)) == setting.IsNever)
        {
            yield return RuleDiagnostics.ScopeCase(part.Spot, setting.IsNever, Names(part.Text, setting));
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => CaseCheck.Words("scope", Names(MessagePart.Scope(message).Text, setting), setting);

    private static string Names(string scope, RuleSetting setting) => CaseCheck.Names(setting, choice => Holds(choice, scope, setting));

    private static bool Holds(CaseChoice choice, string scope, RuleSetting setting) =>
        ScopeDelimiters.Split(scope, setting.Value.Delimiters).All(segment => CaseText.Holds(segment, choice.Case)) != choice.IsNegated;
}
