using System.Collections.Immutable;

namespace ReleaseTools.Commits.Rules;

/// <summary>The rules there are: all of commitlint's.</summary>
internal static class LintRules
{
    public static ImmutableArray<ILintRule> All { get; } =
    [
        new BodyCase(),
        new BodyEmpty(),
        new BodyFullStop(),
        new BodyLeadingBlank(),
        new BodyMaxLength(),
        new BodyMaxLineLength(),
        new BodyMinLength(),
        new BreakingChangeExclamationMark(),
        new FooterEmpty(),
        new FooterLeadingBlank(),
        new FooterMaxLength(),
        new FooterMaxLineLength(),
        new FooterMinLength(),
        new HeaderCase(),
        new HeaderFullStop(),
        new HeaderMaxLength(),
        new HeaderMinLength(),
        new HeaderTrim(),
        new ReferencesEmpty(),
        new ScopeCase(),
        new ScopeDelimiterStyle(),
        new ScopeEmpty(),
        new ScopeEnum(),
        new ScopeMaxLength(),
        new ScopeMinLength(),
        new SignedOffBy(),
        new SubjectCase(),
        new SubjectEmpty(),
        new SubjectExclamationMark(),
        new SubjectFullStop(),
        new SubjectMaxLength(),
        new SubjectMinLength(),
        new TrailerExists(),
        new TypeCase(),
        new TypeEmpty(),
        new TypeEnum(),
        new TypeMaxLength(),
        new TypeMinLength(),
    ];

    public static ILintRule? Find(string name) => All.FirstOrDefault(rule => rule.Name == name);
}
