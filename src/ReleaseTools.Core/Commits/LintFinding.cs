using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits;

/// <summary>One place of a message that breaks a rule, in our words and in commitlint's.</summary>
internal sealed record LintFinding(string Rule, Diagnostic Diagnostic, string Words)
{
    private static readonly string[] HeaderParts = ["type", "scope", "subject", "header"];

    /// <summary>Which part of the first line the rule is about, from left to right; -1 for the rest of the message.</summary>
    public int HeaderPart => Array.IndexOf(HeaderParts, Rule[..Rule.IndexOf('-')]);
}
