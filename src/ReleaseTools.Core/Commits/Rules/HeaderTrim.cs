using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>The first line has no white space around it.</summary>
internal sealed class HeaderTrim : ILintRule
{
    public string Name => "header-trim";

    public RuleValueKind Takes => RuleValueKind.None;

    public IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting)
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

    public string Words(CommitMessage message, RuleSetting setting) => (EcmaText.IsSpace(message.Header.Text[0]), EcmaText.IsSpace(message.Header.Text[^1])) switch
    {
        (true, true) => "header must not be surrounded by whitespace",
        (true, false) => "header must not start with whitespace",
        _ => "header must not end with whitespace",
    };
}
