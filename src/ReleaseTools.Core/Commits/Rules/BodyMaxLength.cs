using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The body is not longer than a limit.</summary>
internal sealed class BodyMaxLength : ILintRule
{
    public string Name => "body-max-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Body(message);

        if (part.Text.Length > setting.Value.Number && !part.IsEmpty)
        {
            yield return RuleDiagnostics.BodyMaxLength(part.After(setting.Value.Number), part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"body must not be longer than {setting.Value.Number} characters";
}
