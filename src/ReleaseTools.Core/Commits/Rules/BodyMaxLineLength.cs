using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The lines of the body are short enough to read in a terminal.</summary>
internal sealed class BodyMaxLineLength : ILintRule
{
    public string Name => "body-max-line-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        foreach (var line in LongLines.Of(message.Body, setting.Value.Number))
        {
            yield return LintDiagnostics.BodyMaxLineLength(message.At(line, Math.Max(0, setting.Value.Number)), line.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"body's lines must not be longer than {setting.Value.Number} characters";
}
