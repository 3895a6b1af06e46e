namespace ReleaseTools.Changelog;

/// <summary>What a piece of a section is.</summary>
internal enum SectionItemKind
{
    /// <summary>An item of a list, or a paragraph.</summary>
    Text,

    /// <summary>A heading below the version's own.</summary>
    Heading,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>Where a name in brackets leads.</summary>
    Address,

    /// <summary>What stands between the two marks.</summary>
    Manual,
}
