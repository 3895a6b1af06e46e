using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>The string at a path in any JSON file, comments and trailing commas allowed.</summary>
internal sealed class JsonPathStamper(ValuePath path) : IStamper
{
    public bool Reads(ReadOnlySpan<char> file) => true;

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var root = JsonLocator.Parse(source, StampDiagnostics.NotJson);

        return JsonStamp.Find(source, root, path.Segments.AsSpan()) is { } value
            ? [JsonStamp.Value(source, path.Text, value, version)]
            : throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(root.Start), path.Text));
    }
}
