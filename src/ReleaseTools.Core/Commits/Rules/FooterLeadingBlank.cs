using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>An empty line stands before the footer.</summary>
internal sealed class FooterLeadingBlank : ILintRule
{
    public string Name => "footer-leading-blank";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        if (message.Footer is [var first, ..] && message.Text.Lines[message.Text.Lines.IndexOf(first) - 1].Text.Length > 0)
        {
            yield return LintDiagnostics.FooterLeadingBlank(message.At(first, 0));
        }
    }
}
