using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The scope is not longer than a limit.</summary>
internal sealed class ScopeMaxLength : ILintRule
{
    public string Name => "scope-max-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Scope(message);

        if (part.Text.Length > setting.Value.Number && !part.IsEmpty)
        {
            yield return RuleDiagnostics.ScopeMaxLength(part.After(setting.Value.Number), part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"scope must not be longer than {setting.Value.Number} characters";
}
