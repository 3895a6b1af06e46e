using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The subject is not longer than a limit.</summary>
internal sealed class SubjectMaxLength : ILintRule
{
    public string Name => "subject-max-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Subject(message);

        if (part.Text.Length > setting.Value.Number && !part.IsEmpty)
        {
            yield return RuleDiagnostics.SubjectMaxLength(part.After(setting.Value.Number), part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"subject must not be longer than {setting.Value.Number} characters";
}
