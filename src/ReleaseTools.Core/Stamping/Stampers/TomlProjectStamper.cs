using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Stamping.Stampers;

/// <summary>pyproject.toml and Cargo.toml: the version of the project, or the one that a workspace gives to its packages.</summary>
internal sealed class TomlProjectStamper : IStamper
{
    private static readonly ImmutableArray<ValuePath> Python = [Place("project", "version"), Place("tool", "poetry", "version")];

    private static readonly ImmutableArray<ValuePath> Rust = [Place("package", "version"), Place("workspace", "package", "version")];

    public bool Reads(ReadOnlySpan<char> path) => Path.GetFileName(path) is "pyproject.toml" or "Cargo.toml";

    public ImmutableArray<StampValue> Find(SourceText source, string version)
    {
        var places = Path.GetFileName(source.Path) == "Cargo.toml" ? Rust : Python;
        var entries = TomlLocator.Parse(source);

        // A package that takes the workspace's version has none of its own.
        var inherits = entries.Any(entry => entry is { Text: "true", Path: ["package", "version", "workspace"] });
        var values = places.Where(place => !inherits || place != Rust[0]).Select(place => TomlStamp.Value(source, entries, place, version)).OfType<StampValue>().OrderBy(value => value.Start).ToImmutableArray();

        return values is [] && !inherits ? throw new ReleaseException(StampDiagnostics.NoKey(source.SpotAt(0), places[0].Text)) : values;
    }

    private static ValuePath Place(params string[] segments) => new(string.Join('.', segments), [.. segments]);
}
