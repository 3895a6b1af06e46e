using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>One thing a commit message must or must not do.</summary>
internal interface ILintRule
{
    /// <summary>commitlint's name of the rule.</summary>
    string Name { get; }

    /// <summary>What a configuration gives it beside <c>always</c> or <c>never</c>.</summary>
    RuleValueKind Takes { get; }

    /// <summary>A finding for every place that breaks the rule.</summary>
    IEnumerable<Diagnostic> Check(CommitMessage message, RuleSetting setting);

    /// <summary>What commitlint says of a message that breaks the rule.</summary>
    string Words(CommitMessage message, RuleSetting setting);
}
