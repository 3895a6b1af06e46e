using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using NuGet.Versioning;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>The prereleases of one name on the way to one stable version: <c>1.4.0-rc.1</c>, <c>1.4.0-rc.2</c>, …</summary>
/// <param name="Target">The stable version.</param>
/// <param name="Name">The identifier, as in <c>rc</c>.</param>
/// <param name="Tags">Those there are.</param>
internal sealed record PrereleaseTrain(SemanticVersion Target, string Name, ImmutableArray<ReleaseTag> Tags)
{
    /// <summary>The one with the highest number, or null before the first.</summary>
    public ReleaseTag? Highest => Tags.MaxBy(tag => NumberOf(tag.Version, Name));

    public SemanticVersion Next =>
        new(Target.Major, Target.Minor, Target.Patch, $"{Name}.{(Highest is { } tag ? NumberOf(tag.Version, Name)!.Value + 1 : 1)}");

    public static PrereleaseTrain Find(SemanticVersion target, string name, IEnumerable<ReleaseTag> tags) =>
        new(target, name, [.. tags.Where(tag => StableOf(tag.Version) == target && NumberOf(tag.Version, name) is not null)]);

    /// <summary>The stable version that a prerelease leads to.</summary>
    public static SemanticVersion StableOf(SemanticVersion version) => new(version.Major, version.Minor, version.Patch);

    /// <summary>A number may have any size: some count in dates. Names compare without case, as packages do.</summary>
    private static BigInteger? NumberOf(SemanticVersion version, string name) =>
        version.Release is var release && release.Length > name.Length && release[name.Length] == '.' && release.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && BigInteger.TryParse(release.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
