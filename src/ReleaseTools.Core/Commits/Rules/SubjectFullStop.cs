using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line does not end with a full stop, unless with three.</summary>
internal sealed class SubjectFullStop : ILintRule
{
    public string Name => "subject-full-stop";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        var header = message.Header.Text;

        if (header.EndsWith('.') && !header.EndsWith("...", StringComparison.Ordinal))
        {
            yield return LintDiagnostics.SubjectFullStop(message.At(message.Header, header.Length - 1));
        }
    }
}
