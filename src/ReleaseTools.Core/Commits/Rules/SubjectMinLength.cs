using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The subject is not shorter than a limit.</summary>
internal sealed class SubjectMinLength : ILintRule
{
    public string Name => "subject-min-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Subject(message);

        if (!part.IsEmpty && part.Text.Length < setting.Value.Number)
        {
            yield return RuleDiagnostics.SubjectMinLength(part.Spot, part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"subject must not be shorter than {setting.Value.Number} characters";
}
