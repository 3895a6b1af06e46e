using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The lines of the body are short enough to read in a terminal.</summary>
internal sealed class BodyMaxLineLength(int limit) : ILintRule
{
    public string Name => "body-max-line-length";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        foreach (var line in LongLines.Of(message.Body, limit))
        {
            yield return LintDiagnostics.BodyMaxLineLength(message.At(line, limit), line.Text.Length, limit);
        }
    }
}
