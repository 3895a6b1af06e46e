using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>The string at a path in any TOML file.</summary>
internal sealed class TomlPathStamper(ValuePath path) : IStamper
{
    public bool Reads(ReadOnlySpan<char> file) => true;

    public ImmutableArray<StampValue> Find(SourceText source, string version) =>
        TomlStamp.Value(source, TomlLocator.Parse(source), path, version) is { } value
            ? [value]
            : throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(0), path.Text));
}
