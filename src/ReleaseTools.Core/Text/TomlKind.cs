namespace ReleaseTools.Text;

/// <summary>What a <see cref="TomlEntry"/> is.</summary>
internal enum TomlKind
{
    Basic,

    Literal,

    /// <summary>A string in three quotes, which may have several lines.</summary>
    Lines,

    Array,

    /// <summary>A number, a truth value or a date.</summary>
    Other,
}
