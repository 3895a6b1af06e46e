using System.Collections.Immutable;
using ReleaseTools.Commits.Rules;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Commits;

/// <summary>The configurations that repositories share by name, as commitlint 21.2 publishes them.</summary>
internal static class SharedRules
{
    private static readonly RuleValue NoTitles = RuleValue.Of(LetterCase.SentenceCase, LetterCase.StartCase, LetterCase.PascalCase, LetterCase.UpperCase);

    /// <summary>@commitlint/config-conventional, which holds where nothing is configured.</summary>
    public static LintLayer Conventional { get; } = new()
    {
        Grammar = GrammarSetting.Of(CommitGrammar.Conventional),
        Rules =
        [
            new(new BodyLeadingBlank(), Severity.Warning),
            new(new BodyMaxLineLength(), Severity.Error) { Value = RuleValue.Of(100) },
            new(new FooterLeadingBlank(), Severity.Warning),
            new(new FooterMaxLineLength(), Severity.Error) { Value = RuleValue.Of(100) },
            new(new HeaderMaxLength(), Severity.Error) { Value = RuleValue.Of(100) },
            new(new HeaderTrim(), Severity.Error),
            new(new SubjectCase(), Severity.Error, IsNever: true) { Value = NoTitles },
            new(new SubjectEmpty(), Severity.Error, IsNever: true),
            new(new SubjectFullStop(), Severity.Error, IsNever: true) { Value = RuleValue.Of(".") },
            new(new TypeCase(), Severity.Error) { Value = RuleValue.Of(LetterCase.LowerCase) },
            new(new TypeEmpty(), Severity.Error, IsNever: true),
            new(new TypeEnum(), Severity.Error) { Value = RuleValue.Of(CommitTypes.Conventional) },
        ],
    };

    private static readonly RuleSetting AngularTypes = new(new TypeEnum(), Severity.Error) { Value = RuleValue.Of(CommitTypes.Conventional.Remove("chore")) };

    private static readonly LintLayer Angular = new()
    {
        Grammar = new() { Header = HeaderForm.OptionalMark },
        Rules =
        [
            new(new SubjectExclamationMark(), Severity.Error, IsNever: true),
            new(new BodyLeadingBlank(), Severity.Warning),
            new(new FooterLeadingBlank(), Severity.Warning),
            new(new HeaderMaxLength(), Severity.Error) { Value = RuleValue.Of(72) },
            new(new ScopeCase(), Severity.Error) { Value = RuleValue.Of(LetterCase.LowerCase) },
            new(new SubjectCase(), Severity.Error, IsNever: true) { Value = NoTitles },
            new(new SubjectEmpty(), Severity.Error, IsNever: true),
            new(new SubjectFullStop(), Severity.Error, IsNever: true) { Value = RuleValue.Of(".") },
            new(new TypeCase(), Severity.Error) { Value = RuleValue.Of(LetterCase.LowerCase) },
            new(new TypeEmpty(), Severity.Error, IsNever: true),
            AngularTypes,
        ],
    };

    public static ImmutableArray<string> Names { get; } = ["@commitlint/config-conventional", "@commitlint/config-angular", "@commitlint/config-angular-type-enum", "@commitlint/config-workspace-scopes", "@commitlint/config-lerna-scopes"];

    public static LintLayer? Find(string name) => Array.IndexOf([.. Names], name) switch
    {
        0 => Conventional,
        1 => Angular,
        2 => new() { Rules = [AngularTypes] },
        3 or 4 => new() { Scopes = [ScopeSource.Workspaces] },
        _ => null,
    };
}
