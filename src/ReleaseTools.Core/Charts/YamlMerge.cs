using ReleaseTools.Text;

namespace ReleaseTools.Charts;

/// <summary>What a mapping has by itself or takes from others with the merge key <c>&lt;&lt;</c> of YAML 1.1: its own goes first, then the mapping that is named first.</summary>
internal static class YamlMerge
{
    private const string Key = "<<";

    /// <summary>The value, what an alias stands for in its place.</summary>
    public static YamlNode? Find(YamlNode mapping, string key)
    {
        // Mappings that merge each other many times over are looked through once.
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var open = new Stack<YamlNode>([mapping]);

        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }

            if (node.Entries.Where(entry => entry.Key.Text == key).Select(entry => entry.Value).FirstOrDefault() is { } value)
            {
                return YamlScalar.Resolve(value);
            }

            var merged = node.Entries.Where(entry => entry.Key is { Kind: YamlKind.Plain, Text: Key }).Select(entry => YamlScalar.Resolve(entry.Value));

            foreach (var other in merged.SelectMany(other => other.Kind == YamlKind.Sequence ? other.Items.Select(YamlScalar.Resolve) : [other]).Reverse())
            {
                open.Push(other);
            }
        }

        return null;
    }
}
