namespace ReleaseTools.Constants;

/// <summary>Names that C#, Visual Basic and F# all take for a name; a keyword is one as well, as each language has a way to write it.</summary>
internal static class Identifier
{
    public static bool IsOne(string text) =>
        text is [var first, ..] && (char.IsLetter(first) || first == '_') && text.All(letter => char.IsLetterOrDigit(letter) || letter == '_') && text.Any(char.IsLetterOrDigit);

    /// <summary>Whether this is a namespace: identifiers with dots between them.</summary>
    public static bool IsNamespace(string text) => text.Split('.').All(IsOne);
}
