using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Versioning;

namespace ReleaseTools.Images;

/// <summary>
/// The tags an image of a version is published under. A stable public release gets its version and the floating tags above it;
/// anything else gets its full version only, so that nobody meets it by accident.
/// </summary>
internal static class ImageTags
{
    /// <summary>The exact tag first. No tag holds a <c>+</c>, which a registry would refuse (OCI distribution specification, tags).</summary>
    public static ImmutableArray<string> For(VersionSnapshot version)
    {
        if (!version.IsStable)
        {
            return [version.SemVer2];
        }

        var major = version.VersionMajor.ToString(CultureInfo.InvariantCulture);

        // Below 1.0 a minor may break, so a tag '0' would promise what nobody keeps.
        return version.VersionMajor == 0
            ? [version.SemVer2, version.MajorMinorVersion, "latest"]
            : [version.SemVer2, version.MajorMinorVersion, major, "latest"];
    }
}
