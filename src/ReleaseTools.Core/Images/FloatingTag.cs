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
        Read(there) is { } current && Read(wanted) is { } next && current > next;

    /// <summary>Publishing a version once more takes a tag from an earlier version, and never from a later one or from what says no version.</summary>
    public static bool MayMove(string there, string wanted) =>
        Read(there) is not null && Read(wanted) is not null && !IsLater(there, wanted);

    /// <summary>Of three numbers or four; two are a tag of base images more often than a version.</summary>
    private static NuGetVersion? Read(string version) =>
        version.Split('-', '+')[0].Count(letter => letter == '.') >= 2 && NuGetVersion.TryParse(version, out var read) ? read : null;
}
