using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The body is not shorter than a limit.</summary>
internal sealed class BodyMinLength : ILintRule
{
    public string Name => "body-min-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Body(message);

        if (!part.IsEmpty && part.Text.Length < setting.Value.Number)
        {
            yield return RuleDiagnostics.BodyMinLength(part.Spot, part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"body must not be shorter than {setting.Value.Number} characters";
}
