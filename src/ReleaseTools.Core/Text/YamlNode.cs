using System.Collections.Immutable;

namespace ReleaseTools.Text;

/// <summary>A node of a YAML document that knows where it stands in its file.</summary>
internal sealed record YamlNode
{
    public required YamlKind Kind { get; init; }

    /// <summary>Offset of the first character. A scalar's quotes belong to it; an anchor or a tag before it does not.</summary>
    public required int Start { get; init; }

    /// <summary>A scalar's characters up to its end, quotes included; 0 where a value is left out, and for collections.</summary>
    public int Length { get; init; }

    /// <summary>A scalar's value as YAML reads it: unescaped, folded.</summary>
    public string Text { get; init; } = "";

    /// <summary>The tag by its full name, or empty.</summary>
    public string Tag { get; init; } = "";

    /// <summary>What an alias stands for; null where its anchor is nowhere before it.</summary>
    public YamlNode? Target { get; init; }

    /// <summary>A mapping's entries in order, duplicates included.</summary>
    public ImmutableArray<(YamlNode Key, YamlNode Value)> Entries { get; init; } = [];

    /// <summary>A sequence's items in order.</summary>
    public ImmutableArray<YamlNode> Items { get; init; } = [];
}
