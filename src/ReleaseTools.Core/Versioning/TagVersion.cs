using System.Globalization;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Versioning;

/// <summary>The arithmetic behind a release: which version a commit has so many commits after it. As MinVer's, to the letter.</summary>
internal static class TagVersion
{
    /// <param name="found">The release.</param>
    /// <param name="options">What version.json says.</param>
    /// <param name="floor">The least major and minor; null for none. A release on the commit itself is taken as it is.</param>
    /// <exception cref="ReleaseException">RT1021: a number cannot go up.</exception>
    public static SemanticVersion After(TagFinding found, TagOptions options, VersionSpec? floor)
    {
        var height = options.IgnoreHeight ? 0 : found.Height;
        var counted = height == 0 ? found.Version : Raise(found, options, height);
        var metadata = Join(counted.Metadata, options.BuildMetadata);

        return !found.IsOnStart && IsBelow(counted, floor)
            ? new(floor!.Numbers.Major, floor.Numbers.Minor, 0, Identifiers(options.PrereleaseIdentifiers, height), metadata)
            : new(counted.Major, counted.Minor, counted.Patch, counted.ReleaseLabels, metadata);
    }

    public static bool IsBelow(SemanticVersion version, VersionSpec? floor) =>
        floor is { Numbers: var least } && (version.Major, version.Minor).CompareTo((least.Major, least.Minor)) < 0;

    private static SemanticVersion Raise(TagFinding found, TagOptions options, int height)
    {
        var version = found.Version;
        var identifiers = Identifiers(options.PrereleaseIdentifiers, height);

        return options.AutoIncrement switch
        {
            _ when version.IsPrerelease => new(version.Major, version.Minor, version.Patch, Identifiers(version.Release, height), metadata: null),
            TagIncrement.Major => new(Raise(version.Major, found), 0, 0, identifiers, metadata: null),
            TagIncrement.Minor => new(version.Major, Raise(version.Minor, found), 0, identifiers, metadata: null),
            _ => new(version.Major, version.Minor, Raise(version.Patch, found), identifiers, metadata: null),
        };
    }

    private static int Raise(int number, TagFinding found) =>
        number < int.MaxValue ? number + 1 : throw new ReleaseException(VersionDiagnostics.CannotRaise(found.Tag!.Name));

    private static string[] Identifiers(string prerelease, int height) =>
        height == 0 ? prerelease.Split('.') : [.. prerelease.Split('.'), height.ToString(CultureInfo.InvariantCulture)];

    private static string? Join(string? first, string second) => (first, second) switch
    {
        (null or "", "") => null,
        (null or "", _) => second,
        (_, "") => first,
        _ => $"{first}.{second}",
    };
}
