using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>An empty line stands between the first line and the body.</summary>
internal sealed class BodyLeadingBlank : ILintRule
{
    public string Name => "body-leading-blank";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        if (message.Body is not [] && message.Text.Lines[1] is { Text: not "" } line)
        {
            yield return LintDiagnostics.BodyLeadingBlank(message.At(line, 0));
        }
    }
}
