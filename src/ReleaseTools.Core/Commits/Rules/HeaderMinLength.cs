using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line is not shorter than a limit.</summary>
internal sealed class HeaderMinLength : ILintRule
{
    public string Name => "header-min-length";

    public RuleValueKind Takes => RuleValueKind.Number;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Header(message);

        if (part.Text.Length < setting.Value.Number)
        {
            yield return RuleDiagnostics.HeaderMinLength(part.Spot, part.Text.Length, setting.Value.Number);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"header must not be shorter than {setting.Value.Number} characters, current length is {message.Header.Text.Length}";
}
