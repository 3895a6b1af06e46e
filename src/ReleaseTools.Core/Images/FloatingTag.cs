using System.Collections.Immutable;
using NuGet.Versioning;

namespace ReleaseTools.Images;

/// <summary>A tag that goes from version to version, as <c>1.2</c> and <c>latest</c> do.</summary>
internal static class FloatingTag
{
    /// <summary>All but the first and those that carry the version.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string> tags, string version) => tags.RemoveAll(tag => IsExact(tags, tag, version));

    public static bool IsExact(ImmutableArray<string> tags, string tag, string version) =>
        tag == tags[0] || (version.Length > 0 && tag.Contains(version, StringComparison.Ordinal));

    /// <summary>A hotfix of an earlier version takes no tag from a later one.</summary>
    public static bool IsLater(string there, string wanted) =>
        SemanticVersion.TryParse(there, out var current) && SemanticVersion.TryParse(wanted, out var next) && current > next;

    /// <summary>Publishing a version once more takes a tag from an earlier version, and never from a later one or from what says no version.</summary>
    public static bool MayMove(string there, string wanted) =>
        SemanticVersion.TryParse(there, out _) && SemanticVersion.TryParse(wanted, out _) && !IsLater(there, wanted);
}
