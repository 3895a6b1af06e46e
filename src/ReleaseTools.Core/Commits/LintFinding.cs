using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>One place of a message that breaks a rule.</summary>
internal sealed record LintFinding(string Rule, Diagnostic Diagnostic);
