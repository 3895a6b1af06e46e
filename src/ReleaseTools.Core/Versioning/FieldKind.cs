namespace ReleaseTools.Versioning;

/// <summary>What the values of a form of the version are.</summary>
internal enum FieldKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A string, or null where a repository has none.</summary>
    TextOrNone,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A truth value.</summary>
    Truth,

    /// <summary>A date, or null where a repository has none.</summary>
    DateOrNone,
}
