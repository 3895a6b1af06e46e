using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>One thing a commit message must or must not do.</summary>
internal interface ILintRule
{
    /// <summary>commitlint's name of the rule.</summary>
    string Name { get; }

    /// <summary>A finding for every place that breaks the rule.</summary>
    IEnumerable<Diagnostic> Check(CommitMessage message);
}
