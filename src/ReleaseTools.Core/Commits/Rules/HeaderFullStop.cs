using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line ends with a full stop, or does not.</summary>
internal sealed class HeaderFullStop : ILintRule
{
    public string Name => "header-full-stop";

    public RuleValueKind Takes => RuleValueKind.Text;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Header(message);
        var stop = setting.Value.Text ?? ".";

        if ((part.Text[^1..] == stop) == setting.IsNever)
        {
            yield return RuleDiagnostics.HeaderFullStop(part.After(part.Text.Length - 1), setting.IsNever, stop);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"header {setting.MayNot} end with full stop";
}
