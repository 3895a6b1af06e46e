namespace ReleaseTools.Charts;

/// <summary>What the value of a <see cref="ChartField"/> is.</summary>
internal enum ChartFieldKind
{
    Text,
    Truth,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of mappings with fields of their own.</summary>
    Objects,

    /// <summary>A mapping of texts under any keys.</summary>
    Annotations,

    /// <summary>Whatever YAML can hold.</summary>
    Anything,
}
