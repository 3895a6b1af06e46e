namespace ReleaseTools.Images;

/// <summary>An image whose exact tag people take for finished: what it names is not changed behind their back.</summary>
internal static class GuardedRelease
{
    /// <param name="version">As Semantic Versioning 2.0 writes it, without build metadata.</param>
    /// <param name="isPublic">Whether it is of a public release, or the user set it.</param>
    /// <param name="tag">The first of the tags, which is to carry the version.</param>
    public static bool Is(string version, bool isPublic, string tag) =>
        isPublic && version.Length > 0 && !version.Contains('-', StringComparison.Ordinal) && tag.Contains(version, StringComparison.Ordinal);
}
