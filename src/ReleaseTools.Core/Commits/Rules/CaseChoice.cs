using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>A case as a configuration names it, and whether it asks for any other.</summary>
internal sealed record CaseChoice(string Name, LetterCase Case, bool IsNegated = false)
{
    private static readonly (string Name, LetterCase Case)[] Known =
    [
        ("lower-case", LetterCase.LowerCase),
        ("upper-case", LetterCase.UpperCase),
        ("camel-case", LetterCase.CamelCase),
        ("kebab-case", LetterCase.KebabCase),
        ("pascal-case", LetterCase.PascalCase),
        ("sentence-case", LetterCase.SentenceCase),
        ("snake-case", LetterCase.SnakeCase),
        ("start-case", LetterCase.StartCase),
        ("lowercase", LetterCase.LowerCase),
        ("lowerCase", LetterCase.LowerCase),
        ("uppercase", LetterCase.UpperCase),
        ("sentencecase", LetterCase.SentenceCase),
    ];

    /// <summary>Without those that only older configurations use.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Known.Take(8).Select(one => one.Name)];

    public static CaseChoice Of(LetterCase letters) => new(Known.First(one => one.Case == letters).Name, letters);

    public static CaseChoice? Find(string name) => Known.FirstOrDefault(one => one.Name == name) is { Name: not null } found ? new(name, found.Case) : null;

    public bool Holds(string text) => CaseText.Holds(text, Case) != IsNegated;
}
