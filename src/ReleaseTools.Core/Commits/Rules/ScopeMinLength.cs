using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The scope is not shorter than a limit.</summary>
internal sealed class ScopeMinLength : ILintRule
{
    public string Name => "scope-min-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Scope(message);

        if (!part.IsEmpty && part.Text.Length < setting.Value.Number)
        {
            yield return RuleDiagnostics.ScopeMinLength(part.Spot, part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"scope must not be shorter than {setting.Value.Number} characters";
}
