using System.Collections.Immutable;

namespace ReleaseTools.Commits.Rules;

/// <summary>Whether a part of a message is in one of the cases a rule names, or in none of them.</summary>
internal static class CaseCheck
{
    public static bool Fails(string text, RuleSetting setting) => setting.Value.Cases.Any(choice => choice.Holds(text)) == setting.IsNever;

    /// <summary>The cases the part must be in, or those it is in and must not be.</summary>
    public static string Names(string text, RuleSetting setting) => Names(setting, choice => choice.Holds(text));

    public static string Names(RuleSetting setting, Func<CaseChoice, bool> holds) =>
        string.Join(", ", Chosen(setting, holds).Select(choice => choice.Name));

    public static string Words(string part, string names, RuleSetting setting) => $"{part} {setting.Must} be {names}";

    private static ImmutableArray<CaseChoice> Chosen(RuleSetting setting, Func<CaseChoice, bool> holds) =>
        setting.IsNever && setting.Value.Cases.Where(holds).ToImmutableArray() is { Length: > 0 } matches ? matches : setting.Value.Cases;
}
