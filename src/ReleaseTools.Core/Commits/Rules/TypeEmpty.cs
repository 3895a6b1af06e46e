using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line begins with a type.</summary>
internal sealed class TypeEmpty : ILintRule
{
    public string Name => "type-empty";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        if (message.Type is null)
        {
            yield return LintDiagnostics.TypeEmpty(message.At(message.Header, 0));
        }
    }
}
