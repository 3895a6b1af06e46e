using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>The value at a path in any YAML file.</summary>
internal sealed class YamlPathStamper(ValuePath path) : IStamper
{
    public bool Reads(ReadOnlySpan<char> file) => true;

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var root = YamlLocator.Parse(source);

        // Behind an alias stands what other places show as well.
        for (var i = 1; i < path.Segments.Length; i++)
        {
            if (YamlLocator.Find(source, root, path.Segments.AsSpan()[..i]) is { Kind: YamlKind.Alias } alias)
            {
                _ = YamlStamp.Value(source, string.Join('.', path.Segments[..i]), alias, version);
            }
        }

        return YamlLocator.Find(source, root, path.Segments.AsSpan()) is { } node
            ? [YamlStamp.Value(source, path.Text, node, version)]
            : throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(root?.Start ?? 0), path.Text));
    }
}
