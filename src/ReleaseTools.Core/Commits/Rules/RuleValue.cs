using System.Collections.Immutable;
using ReleaseTools.Text;

namespace ReleaseTools.Commits.Rules;

/// <summary>What a configuration gives a rule beside <c>always</c> or <c>never</c>.</summary>
internal sealed record RuleValue
{
    public static RuleValue None { get; } = new();

    public int Number { get; init; }

    /// <summary>Null where none is written: rules have a text of their own then.</summary>
    public string? Text { get; init; }

    public ImmutableArray<string> Texts { get; init; } = [];

    public ImmutableArray<CaseChoice> Cases { get; init; } = [];

    /// <summary>What stands between scopes; none for the usual ones.</summary>
    public ImmutableArray<string> Delimiters { get; init; } = [];

    public static RuleValue Of(int number) => new() { Number = number };

    public static RuleValue Of(string text) => new() { Text = text };

    public static RuleValue Of(params IEnumerable<string> texts) => new() { Texts = [.. texts] };

    public static RuleValue Of(params IEnumerable<LetterCase> cases) => new() { Cases = [.. cases.Select(CaseChoice.Of)] };
}
