using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping;

/// <summary>A version as a value in TOML.</summary>
internal static class TomlStamp
{
    /// <summary>Null where there is nothing at the path.</summary>
    /// <exception cref="ReleaseException">RT3003, RT3005 or RT3006: no version can stand in this place.</exception>
    public static StampValue? Value(SourceText source, ImmutableArray<TomlEntry> entries, ValuePath path, string version)
    {
        var found = entries.Where(entry => entry.Path.SequenceEqual(path.Segments)).ToArray();
        var inner = entries.FirstOrDefault(entry => entry.Path.Length > path.Segments.Length && entry.Path.AsSpan().StartsWith(path.Segments.AsSpan()));

        return (found, inner) switch
        {
            ([], null) => null,
            ([], _) => throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(inner.Start), path.Text, "a table")),
            ([_, var second, ..], _) => throw new ReleaseException(StampDiagnostics.KeyTwice(source.SpotAt(second.Start), path.Text)),
            ([var value], _) => Value(source, value, path.Text, version),
        };
    }

    private static StampValue Value(SourceText source, TomlEntry entry, string key, string version) => entry.Kind switch
    {
        TomlKind.Basic or TomlKind.Literal when entry.Text.Contains("{{", StringComparison.Ordinal) => throw new ReleaseException(StampDiagnostics.Template(source.SpotAt(entry.Start), entry.Text)),
        TomlKind.Basic or TomlKind.Literal => new(key, entry.Text, version, entry.Start, entry.Text == version ? null : new TextEdit(entry.Start + 1, entry.Length - 2, version)),
        _ => throw new ReleaseException(StampDiagnostics.NotAString(source.SpotAt(entry.Start), key, entry.Kind switch
        {
            TomlKind.Lines => "a string of lines",
            TomlKind.Array => "a list",
            _ => $"'{entry.Text}'",
        })),
    };
}
