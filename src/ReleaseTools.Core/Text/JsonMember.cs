namespace ReleaseTools.Text;

/// <summary>A member (RFC 8259) of a <see cref="JsonValue"/>: its unescaped name, where the name starts, and the value.</summary>
internal sealed record JsonMember(string Name, int NameStart, JsonValue Value);
