namespace ReleaseTools.Git;

/// <summary>The name of a commit: 40 hexadecimal digits, or 64 in a SHA-256 repository.</summary>
internal readonly record struct CommitId(string Hash)
{
    /// <summary>The first seven digits, for people.</summary>
    public override string ToString() => Hash is { Length: > 7 } ? Hash[..7] : Hash;
}
