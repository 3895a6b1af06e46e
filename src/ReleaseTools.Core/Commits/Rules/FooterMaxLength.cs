using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The footer is not longer than a limit.</summary>
internal sealed class FooterMaxLength : ILintRule
{
    public string Name => "footer-max-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Footer(message);

        if (part.Text.Length > setting.Value.Number && !part.IsEmpty)
        {
            yield return RuleDiagnostics.FooterMaxLength(part.After(setting.Value.Number), part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"footer must not be longer than {setting.Value.Number} characters";
}
