namespace ReleaseTools.Commits;

/// <summary>A message and who wrote it, as far as that is known.</summary>
internal sealed record AuthoredText(CommitText Text, string? Author)
{
    private static readonly string[] OfBody = ["body-", "footer-"];

    /// <summary>What the rules say. Of a bot's message only the first line is held to them: bots paste whole release notes into the body.</summary>
    public LintReport Report(LintConfiguration configuration) => LintReport.Of(Text, configuration) is var report && Author is not null && BotAuthor.Is(Author)
        ? report with { Findings = [.. report.Findings.Where(finding => !OfBody.Any(start => finding.Rule.StartsWith(start, StringComparison.Ordinal)))] }
        : report;
}
