using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Cli.Reporting;

/// <summary>Prints what the rules found as commitlint does: the message, its errors, its warnings, and how many there are.</summary>
internal sealed class CommitlintAnswer(TextWriter output, string helpUrl)
{
    public void Write(LintReport report)
    {
        foreach (var line in Lines(report))
        {
            output.WriteLine(HarmlessText.Line(line));
        }
    }

    private IEnumerable<string> Lines(LintReport report)
    {
        // One for each rule; commitlint names no places.
        var problems = report.Findings.DistinctBy(finding => finding.Rule).OrderBy(finding => finding.Diagnostic.Severity == Severity.Error ? 0 : 1).ToArray();

        if (problems is [] || report.Message is not { } message)
        {
            yield break;
        }

        yield return "⧗   --- input ---";

        foreach (var line in new[] { MessagePart.Header(message), MessagePart.Body(message), MessagePart.Footer(message) }.Where(part => !part.IsEmpty).SelectMany((part, index) => index == 0 ? part.Text.Split('\n') : ["", .. part.Text.Split('\n')]))
        {
            yield return line;
        }

        foreach (var problem in problems)
        {
            yield return $"{Sign(problem.Diagnostic.Severity)}   {problem.Words} [{problem.Rule}]";
        }

        var errors = problems.Count(problem => problem.Diagnostic.Severity == Severity.Error);
        yield return "";
        yield return $"{Sign(errors > 0 ? Severity.Error : Severity.Warning)}   found {errors} problems, {problems.Length - errors} warnings";
        yield return $"ⓘ   Get help: {helpUrl}";
        yield return "";
    }

    private static string Sign(Severity severity) => severity == Severity.Error ? "✖" : "⚠";
}
