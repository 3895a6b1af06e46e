using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line has no white space around it.</summary>
internal sealed class HeaderTrim : ILintRule
{
    public string Name => "header-trim";

    public IEnumerable<Diagnostic> Check(CommitMessage message)
    {
        var header = message.Header.Text;

        if (EcmaText.IsSpace(header[0]))
        {
            yield return LintDiagnostics.HeaderTrim(message.At(message.Header, 0), "start");
        }

        if (EcmaText.IsSpace(header[^1]))
        {
            yield return LintDiagnostics.HeaderTrim(message.At(message.Header, EcmaText.TrimEnd(header).Length), "end");
        }
    }
}
