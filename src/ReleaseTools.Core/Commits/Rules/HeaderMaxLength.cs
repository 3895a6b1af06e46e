using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line fits where git and the hosts show it.</summary>
internal sealed class HeaderMaxLength(int limit) : ILintRule
{
    public string Name => "header-max-length";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        if (message.Header.Text.Length > limit)
        {
            yield return LintDiagnostics.HeaderMaxLength(message.At(message.Header, limit), message.Header.Text.Length, limit);
        }
    }
}
