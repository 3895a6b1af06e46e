namespace ReleaseTools.Git;

/// <summary>The name of a commit: 40 hexadecimal digits, or 64 in a SHA-256 repository.</summary>
internal readonly record struct CommitId(string Hash)
{
    /// <summary>Null where a text is no whole hash as git writes it.</summary>
    public static CommitId? Read(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower) ? new CommitId(text) : null;

    /// <summary>The first seven digits, for people.</summary>
    public override string ToString() => Hash is { Length: > 7 } ? Hash[..7] : Hash;
}
