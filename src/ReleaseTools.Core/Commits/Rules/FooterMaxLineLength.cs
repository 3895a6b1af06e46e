using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The lines of the footer are short enough to read in a terminal.</summary>
internal sealed class FooterMaxLineLength : ILintRule
{
    public string Name => "footer-max-line-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        foreach (var line in LongLines.Of(message.Footer, setting.Value.Number))
        {
            yield return LintDiagnostics.FooterMaxLineLength(message.At(line, Math.Max(0, setting.Value.Number)), line.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"footer's lines must not be longer than {setting.Value.Number} characters";
}
