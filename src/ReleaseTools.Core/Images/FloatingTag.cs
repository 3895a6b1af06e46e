using NuGet.Versioning;

namespace ReleaseTools.Images;

/// <summary>A tag that goes from version to version, as <c>1.2</c> and <c>latest</c> do.</summary>
internal static class FloatingTag
{
    /// <summary>Publishing a version once more takes a tag from an earlier version, and never from a later one or from what says no version.</summary>
    public static bool MayMove(string there, string wanted) =>
        SemanticVersion.TryParse(there, out var current) && SemanticVersion.TryParse(wanted, out var next) && current <= next;
}
