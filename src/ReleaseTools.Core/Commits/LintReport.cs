using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>What the rules say of one commit message.</summary>
/// <param name="Text">The message.</param>
/// <param name="IsIgnored">Whether no rule is for it: git, a host or a rebase wrote it.</param>
/// <param name="Findings">In the order of the rules.</param>
internal sealed record LintReport(CommitText Text, bool IsIgnored, ImmutableArray<LintFinding> Findings)
{
    public bool IsValid => Findings.All(finding => finding.Diagnostic.Severity != Severity.Error);

    /// <summary>The message taken apart; null where no rule is for it.</summary>
    public CommitMessage? Message { get; private init; }

    /// <summary>The first line as it could be, or null where it needs no change or only the author knows one.</summary>
    public string? CorrectedHeader { get; private init; }

    /// <summary>In the order of their places. What is wrong with the type comes before what follows from it.</summary>
    public IEnumerable<LintFinding> Ordered => Findings
        .OrderBy(finding => finding.Diagnostic.Spot!.Line)
        .ThenBy(finding => finding.Diagnostic.Spot!.Column)
        .ThenBy(finding => finding.HeaderPart is >= 0 and var part ? part : int.MaxValue);

    public static LintReport Of(CommitText text) => Of(text, LintConfiguration.Default);

    public static LintReport Of(CommitText text, LintConfiguration configuration)
    {
        var report = Judge(text, configuration);

        return report.Findings.Any(finding => finding.HeaderPart >= 0)
            ? report with { CorrectedHeader = HeaderCorrection.For(text, configuration) }
            : report;
    }

    /// <summary>Without looking for the line somebody meant.</summary>
    public static LintReport Judge(CommitText text, LintConfiguration configuration)
    {
        // An empty message stops git, or is meant: git commit --allow-empty-message.
        if (CommitMessage.Read(text, configuration.Grammar) is not { } message || (configuration.DefaultIgnores && IgnoredMessage.Is(text)))
        {
            return new(text, IsIgnored: true, []);
        }

        return new(
            text,
            IsIgnored: false,
            [
                .. configuration.Rules.SelectMany(setting => setting.Rule.Check(message, setting)
                    .Select(diagnostic => new LintFinding(setting.Rule.Name, diagnostic with { Severity = setting.Severity }, setting.Rule.Words(message, setting)))),
            ])
        {
            Message = message,
        };
    }
}
