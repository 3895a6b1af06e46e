namespace ReleaseTools.Text;

/// <summary>A way to write words with large and small letters, hyphens and underscores, by the names commitlint has for them.</summary>
internal enum LetterCase
{
    LowerCase,
    UpperCase,
    CamelCase,
    KebabCase,
    PascalCase,
    SentenceCase,
    SnakeCase,
    StartCase,
}
