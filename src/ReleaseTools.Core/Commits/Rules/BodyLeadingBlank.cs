using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>An empty line stands between the first line and the body, or none does.</summary>
internal sealed class BodyLeadingBlank : ILintRule
{
    public string Name => "body-leading-blank";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (message.Body is not [] && message.Text.Lines[1] is var line && line.Text.Length == 0 == setting.IsNever)
        {
            yield return LintDiagnostics.BodyLeadingBlank(message.At(line, 0), setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"body {setting.MayNot} have leading blank line";
}
