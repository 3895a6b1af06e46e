using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The type is not longer than a limit.</summary>
internal sealed class TypeMaxLength : ILintRule
{
    public string Name => "type-max-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Type(message);

        if (part.Text.Length > setting.Value.Number && !part.IsEmpty)
        {
            yield return RuleDiagnostics.TypeMaxLength(part.After(setting.Value.Number), part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"type must not be longer than {setting.Value.Number} characters";
}
