using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line says something after its type.</summary>
internal sealed class SubjectEmpty : ILintRule
{
    public string Name => "subject-empty";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        if (message.Subject is null)
        {
            yield return LintDiagnostics.SubjectEmpty(message.At(message.Header, message.Header.Text.IndexOf(':') + 1));
        }
    }
}
