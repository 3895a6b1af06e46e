using NuGet.Versioning;

namespace ReleaseTools.Versioning;

/// <summary>Where the walk for a release ended: at a tag, or at a commit without parents.</summary>
/// <param name="Tag">The release, or null where the history holds none on this path.</param>
/// <param name="Version">The release's version, or the one that stands for none.</param>
/// <param name="Commit">The commit's number in the graph; 0 is where the walk began.</param>
/// <param name="Height">Commits on the path down to it that count, without itself.</param>
internal sealed record TagFinding(ReleaseTag? Tag, SemanticVersion Version, int Commit, int Height)
{
    /// <summary>Whether the release is on the very commit whose version is asked for.</summary>
    public bool IsOnStart => Tag is not null && Commit == 0;
}
