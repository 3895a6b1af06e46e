using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The type is not shorter than a limit.</summary>
internal sealed class TypeMinLength : ILintRule
{
    public string Name => "type-min-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Type(message);

        if (!part.IsEmpty && part.Text.Length < setting.Value.Number)
        {
            yield return RuleDiagnostics.TypeMinLength(part.Spot, part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"type must not be shorter than {setting.Value.Number} characters";
}
