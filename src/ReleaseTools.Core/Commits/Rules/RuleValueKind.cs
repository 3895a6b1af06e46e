namespace ReleaseTools.Commits.Rules;

/// <summary>What a rule is given in a configuration.</summary>
internal enum RuleValueKind
{
    /// <summary>Nothing; what is given is not looked at.</summary>
    None,

    Number,

    Text,

    Texts,

    /// <summary>A list, or an object with <c>scopes</c> and <c>delimiters</c>.</summary>
    Scopes,

    /// <summary>A case or a list of them, each a name or an object with <c>case</c> and <c>when</c>.</summary>
    Cases,

    /// <summary>The same, or an object with <c>cases</c> and <c>delimiters</c>.</summary>
    ScopeCases,
}
