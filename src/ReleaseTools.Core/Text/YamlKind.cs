namespace ReleaseTools.Text;

/// <summary>What a <see cref="YamlNode"/> is: a collection, an alias, or a scalar in one of its styles.</summary>
internal enum YamlKind
{
    Mapping,
    Sequence,
    Alias,
    Plain,
    SingleQuoted,
    DoubleQuoted,

    /// <summary>A literal or folded block scalar.</summary>
    Block,
}
