using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>What breaks is said both with a mark in the first line and with a footer, or with neither; or just one of them says it.</summary>
internal sealed class BreakingChangeExclamationMark : ILintRule
{
    public string Name => "breaking-change-exclamation-mark";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var hasMark = ConventionalHeader.Read(message.Header.Text)?.HasMark == true;
        var footer = message.Footer.SelectMany(line => line.Text.Split('\r', '\u2028', '\u2029')).FirstOrDefault(IsBreaking);

        if (hasMark == footer is not null == setting.IsNever)
        {
            yield return RuleDiagnostics.BreakingChangeExclamationMark(message.At(message.Header, Math.Max(0, message.Header.Text.IndexOf(':') - (hasMark ? 1 : 0))), setting.IsNever, hasMark);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"breaking changes {setting.Must} have both an exclamation mark in the header and BREAKING CHANGE in the footer to identify a breaking change";

    private static bool IsBreaking(string line) =>
        line.StartsWith("BREAKING CHANGE:", StringComparison.Ordinal) || line.StartsWith("BREAKING-CHANGE:", StringComparison.Ordinal);
}
