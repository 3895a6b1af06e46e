using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line fits where git and the hosts show it.</summary>
internal sealed class HeaderMaxLength : ILintRule
{
    public string Name => "header-max-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Header(message);

        if (part.Text.Length > setting.Value.Number)
        {
            yield return LintDiagnostics.HeaderMaxLength(part.After(setting.Value.Number), part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"header must not be longer than {setting.Value.Number} characters, current length is {message.Header.Text.Length}";
}
