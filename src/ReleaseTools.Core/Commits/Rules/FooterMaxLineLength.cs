using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The lines of the footer are short enough to read in a terminal.</summary>
internal sealed class FooterMaxLineLength(int limit) : ILintRule
{
    public string Name => "footer-max-line-length";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        foreach (var line in LongLines.Of(message.Footer, limit))
        {
            yield return LintDiagnostics.FooterMaxLineLength(message.At(line, limit), line.Text.Length, limit);
        }
    }
}
