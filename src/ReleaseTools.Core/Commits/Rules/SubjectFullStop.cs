using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line ends with a full stop, or does not; three of them are none. One that ends with its first colon passes.</summary>
internal sealed class SubjectFullStop : ILintRule
{
    public string Name => "subject-full-stop";

    public RuleValueKind Takes => RuleValueKind.Text;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
    {
        var header = message.Header.Text;
        var stop = setting.Value.Text ?? ".";
        var hasStop = header[^1..] == stop && !header.EndsWith("...", StringComparison.Ordinal);
        var isOnlyType = header.IndexOf(':') is > 0 and var colon && colon == header.Length - 1;

        if (!isOnlyType && hasStop == setting.IsNever)
        {
            yield return LintDiagnostics.SubjectFullStop(message.At(message.Header, header.Length - 1), setting.IsNever, stop);
        }
    }

    public string Words(CommitMessage message, RuleSetting setting) => $"subject {setting.MayNot} end with full stop";
}
