using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseTools.Text;

/// <summary>A JSON value that knows where it stands in its file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character in the text.</param>
/// <param name="Length">Characters up to its end, quotes and brackets included.</param>
/// <param name="Text">A string's unescaped content, or the token as written; empty for objects and arrays.</param>
/// <param name="Members">An object's members in order, duplicates included.</param>
/// <param name="Items">An array's elements in order.</param>
internal sealed record JsonValue(
    JsonValueKind Kind,
    int Start,
    int Length,
    string Text,
    ImmutableArray<JsonMember> Members,
    ImmutableArray<JsonValue> Items);
