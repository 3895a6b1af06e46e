using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The body ends with a full stop, or does not.</summary>
internal sealed class BodyFullStop : ILintRule
{
    public string Name => "body-full-stop";

    public RuleValueKind Takes => RuleValueKind.Text;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var part = MessagePart.Body(message);
        var stop = setting.Value.Text ?? ".";

        if (!part.IsEmpty && (part.Text[^1..] == stop) == setting.IsNever)
        {
            yield return RuleDiagnostics.BodyFullStop(part.After(part.Text.Length - 1), setting.IsNever, stop);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"body {setting.MayNot} end with full stop";
}
