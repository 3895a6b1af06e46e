using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The footer is not shorter than a limit.</summary>
internal sealed class FooterMinLength : ILintRule
{
    public string Name => "footer-min-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Footer(message);

        if (!part.IsEmpty && part.Text.Length < setting.Value.Number)
        {
            yield return RuleDiagnostics.FooterMinLength(part.Spot, part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"footer must not be shorter than {setting.Value.Number} characters";
}
