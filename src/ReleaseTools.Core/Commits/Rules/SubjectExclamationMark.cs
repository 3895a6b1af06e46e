using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line says with a mark that something breaks, or does not.</summary>
internal sealed class SubjectExclamationMark : ILintRule
{
    public string Name => "subject-exclamation-mark";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var hasMark = ConventionalHeader.Read(message.Header.Text)?.HasMark == true;

        if (hasMark == setting.IsNever)
        {
            yield return RuleDiagnostics.SubjectExclamationMark(message.At(message.Header, Math.Max(0, message.Header.Text.IndexOf(':') - (hasMark ? 1 : 0))), setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"subject {setting.Must} have an exclamation mark in the subject to identify a breaking change";
}
