using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The message speaks of an issue, or of none.</summary>
internal sealed class ReferencesEmpty : ILintRule
{
    public string Name => "references-empty";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        if (new ReferenceSearch(message.Grammar).IsIn(message) != setting.IsNever)
        {
            yield return RuleDiagnostics.ReferencesEmpty(message.At(message.Header, 0), setting.IsNever);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"references {setting.MayNot} be empty";
}
