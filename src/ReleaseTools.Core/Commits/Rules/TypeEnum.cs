using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The type is one of those the repository uses, letter by letter, or is none of them.</summary>
internal sealed class TypeEnum : ILintRule
{
    public string Name => "type-enum";

    public RuleValueKind Takes => RuleValueKind.Texts;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Type(message);

        if (!part.IsEmpty && setting.Value.Texts.Contains(part.Text) == setting.IsNever)
        {
            yield return LintDiagnostics.TypeEnum(part.Spot, part.Text, setting.IsNever, setting.Value.Texts);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"type {setting.Must} be one of [{string.Join(", ", setting.Value.Texts)}]";
}
