using System.Collections.Immutable;
using ReleaseTools.Commits.Rules;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>What the rules say of one commit message.</summary>
/// <param name="Text">The message.</param>
/// <param name="IsIgnored">Whether no rule is for it: git, a host or a rebase wrote it.</param>
/// <param name="Findings">In the order of the rules.</param>
internal sealed record LintReport(CommitText Text, bool IsIgnored, ImmutableArray<LintFinding> Findings)
{
    public bool IsValid => Findings.All(finding => finding.Diagnostic.Severity != Severity.Error);

    /// <summary>The first line as it could be, or null where it needs no change or only the author knows one.</summary>
    public string? CorrectedHeader { get; private init; }

    public static LintReport Of(CommitText text) => Of(text, LintRules.Conventional) is var report && report.Findings.Any(finding => finding.Diagnostic.Spot?.Line == text.Lines[0].Number)
        ? report with { CorrectedHeader = HeaderCorrection.For(text.Lines[0].Text, LintRules.Conventional) }
        : report;

    public static LintReport Of(CommitText text, ImmutableArray<RuleSetting> rules)
    {
        // An empty message stops git, or is meant: git commit --allow-empty-message.
        if (CommitMessage.Read(text) is not { } message || IgnoredMessage.Is(text))
        {
            return new(text, IsIgnored: true, []);
        }

        return new(
            text,
            IsIgnored: false,
            [
                .. rules.SelectMany(setting => setting.Rule.Check(message)
                    .Select(diagnostic => new LintFinding(setting.Rule.Name, diagnostic with { Severity = setting.Severity }))),
            ]);
    }
}
