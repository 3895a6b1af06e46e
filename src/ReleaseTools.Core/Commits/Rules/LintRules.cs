using System.Collections.Immutable;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Commits.Rules;

/// <summary>The rules there are, as @commitlint/config-conventional sets them.</summary>
internal static class LintRules
{
    public static ImmutableArray<RuleSetting> Conventional { get; } =
    [
        new(new TypeEmpty(), Severity.Error),
        new(new TypeCase(), Severity.Error),
        new(new TypeEnum(CommitTypes.Conventional), Severity.Error),
        new(new SubjectEmpty(), Severity.Error),
        new(new SubjectCase(), Severity.Error),
        new(new SubjectFullStop(), Severity.Error),
        new(new HeaderMaxLength(100), Severity.Error),
        new(new HeaderTrim(), Severity.Error),
        new(new BodyLeadingBlank(), Severity.Warning),
        new(new BodyMaxLineLength(100), Severity.Error),
        new(new FooterLeadingBlank(), Severity.Warning),
        new(new FooterMaxLineLength(100), Severity.Error),
    ];
}
