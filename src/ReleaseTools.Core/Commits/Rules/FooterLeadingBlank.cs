using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>An empty line stands before the footer, or none does.</summary>
internal sealed class FooterLeadingBlank : ILintRule
{
    public string Name => "footer-leading-blank";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (message.Footer is [var first, ..] && message.Text.Lines[message.Text.Lines.IndexOf(first) - 1].Text.Length == 0 == setting.IsNever)
        {
            yield return LintDiagnostics.FooterLeadingBlank(message.At(first, 0), setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"footer {setting.MayNot} have leading blank line";
}
