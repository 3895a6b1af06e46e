using System.Collections.Immutable;

namespace ReleaseTools.Text;

/// <summary>A value in TOML that knows where it stands in its file.</summary>
/// <param name="Path">The keys from the root on; a table in an array of tables is named by its index.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Characters up to its end, quotes included.</param>
/// <param name="Text">A string's content, or the value as written; empty for an array.</param>
internal sealed record TomlEntry(ImmutableArray<string> Path, TomlKind Kind, int Start, int Length, string Text);
