using System.Collections.Immutable;

namespace ReleaseTools.Versioning;

/// <summary>
/// Every form of a version by name, in the order they are shown. This one list feeds <c>version --json</c>, <c>--get</c> and whatever
/// else speaks of a version by name. Names that <c>nbgv get-version -f json</c> has are spelt as there.
/// </summary>
internal static class VersionFields
{
    /// <summary>Values are strings, whole numbers, truth values or dates; null where a repository has none.</summary>
    public static ImmutableArray<(string Name, Func<VersionSnapshot, object?> Read)> All { get; } =
    [
        ("Version", version => version.Version.ToString()),
        ("SimpleVersion", version => version.SimpleVersion),
        ("MajorMinorVersion", version => version.MajorMinorVersion),
        ("VersionMajor", version => version.VersionMajor),
        ("VersionMinor", version => version.VersionMinor),
        ("BuildNumber", version => version.BuildNumber),
        ("VersionRevision", version => version.VersionRevision),
        ("PrereleaseVersion", version => version.PrereleaseVersion),
        ("PrereleaseVersionNoLeadingHyphen", version => version.PrereleaseVersionNoLeadingHyphen),
        ("SemVer1", version => version.SemVer1),
        ("SemVer2", version => version.SemVer2),
        ("NuGetPackageVersion", version => version.NuGetPackageVersion),
        ("ChocolateyPackageVersion", version => version.ChocolateyPackageVersion),
        ("NpmPackageVersion", version => version.NpmPackageVersion),
        ("AssemblyVersion", version => version.AssemblyVersion),
        ("AssemblyFileVersion", version => version.AssemblyFileVersion),
        ("AssemblyInformationalVersion", version => version.AssemblyInformationalVersion),
        ("CloudBuildNumber", version => version.CloudBuildNumber),
        ("CloudBuildNumberEnabled", version => version.Options.CloudBuild.BuildNumberEnabled),
        ("BuildMetadataFragment", version => version.BuildMetadataFragment),
        ("PublicRelease", version => version.PublicRelease),
        ("BuildingRef", version => version.BuildingRef),
        ("VersionScheme", version => version.Scheme.ToString().ToLowerInvariant()),
        ("ReleaseTag", version => version.ReleaseTag),
        ("VersionHeight", version => version.VersionHeight),
        ("VersionHeightOffset", version => version.VersionHeightOffset),
        ("GitCommitId", version => version.GitCommitId),
        ("GitCommitIdShort", version => version.GitCommitIdShort),
        ("GitCommitDate", version => version.GitCommitDate),
        ("GitCommitAuthorDate", version => version.GitCommitAuthorDate),
        ("SemVer1NumericIdentifierPadding", version => version.Options.SemVer1NumericIdentifierPadding),
    ];
}
