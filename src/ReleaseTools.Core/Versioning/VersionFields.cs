using System.Collections.Immutable;

namespace ReleaseTools.Versioning;

/// <summary>
/// Every form of a version by name, in the order they are shown. This one list feeds <c>version --json</c>, <c>--get</c> and whatever
/// else speaks of a version by name. Names that <c>nbgv get-version -f json</c> has are spelt as there.
/// </summary>
internal static class VersionFields
{
    public static ImmutableArray<(string Name, FieldKind Kind, Func<VersionSnapshot, object?> Read)> All { get; } =
    [
        ("Version", FieldKind.Text, version => version.Version.ToString()),
        ("SimpleVersion", FieldKind.Text, version => version.SimpleVersion),
        ("MajorMinorVersion", FieldKind.Text, version => version.MajorMinorVersion),
        ("VersionMajor", FieldKind.Number, version => version.VersionMajor),
        ("VersionMinor", FieldKind.Number, version => version.VersionMinor),
        ("BuildNumber", FieldKind.Number, version => version.BuildNumber),
        ("VersionRevision", FieldKind.Number, version => version.VersionRevision),
        ("PrereleaseVersion", FieldKind.Text, version => version.PrereleaseVersion),
        ("PrereleaseVersionNoLeadingHyphen", FieldKind.Text, version => version.PrereleaseVersionNoLeadingHyphen),
        ("SemVer1", FieldKind.Text, version => version.SemVer1),
        ("SemVer2", FieldKind.Text, version => version.SemVer2),
        ("NuGetPackageVersion", FieldKind.Text, version => version.NuGetPackageVersion),
        ("ChocolateyPackageVersion", FieldKind.Text, version => version.ChocolateyPackageVersion),
        ("NpmPackageVersion", FieldKind.Text, version => version.NpmPackageVersion),
        ("AssemblyVersion", FieldKind.Text, version => version.AssemblyVersion),
        ("AssemblyFileVersion", FieldKind.Text, version => version.AssemblyFileVersion),
        ("AssemblyInformationalVersion", FieldKind.Text, version => version.AssemblyInformationalVersion),
        ("LocalAssemblyVersion", FieldKind.Text, version => version.Local.AssemblyVersion),
        ("LocalAssemblyFileVersion", FieldKind.Text, version => version.Local.AssemblyFileVersion),
        ("LocalAssemblyInformationalVersion", FieldKind.Text, version => version.Local.AssemblyInformationalVersion),
        ("CloudBuildNumber", FieldKind.Text, version => version.CloudBuildNumber),
        ("CloudBuildNumberEnabled", FieldKind.Truth, version => version.Options.CloudBuild.BuildNumberEnabled),
        ("CloudBuildAllVarsEnabled", FieldKind.Truth, version => version.Options.CloudBuild.SetAllVariables),
        ("CloudBuildVersionVarsEnabled", FieldKind.Truth, version => version.Options.CloudBuild.SetVersionVariables),
        ("BuildMetadataFragment", FieldKind.Text, version => version.BuildMetadataFragment),
        ("PublicRelease", FieldKind.Truth, version => version.PublicRelease),
        ("Stable", FieldKind.Truth, version => version.IsStable),
        ("BuildingRef", FieldKind.Text, version => version.BuildingRef),
        ("DefaultBranch", FieldKind.Truth, version => version.DefaultBranch),
        ("PullRequest", FieldKind.TextOrNone, version => version.PullRequest),
        ("VersionScheme", FieldKind.Text, version => version.Scheme.ToString().ToLowerInvariant()),
        ("ReleaseTag", FieldKind.TextOrNone, version => version.ReleaseTag),
        ("VersionHeight", FieldKind.Number, version => version.VersionHeight),
        ("VersionHeightOffset", FieldKind.Number, version => version.VersionHeightOffset),
        ("GitCommitId", FieldKind.Text, version => version.GitCommitId),
        ("GitCommitIdShort", FieldKind.Text, version => version.GitCommitIdShort),
        ("GitCommitDate", FieldKind.DateOrNone, version => version.GitCommitDate),
        ("GitCommitAuthorDate", FieldKind.DateOrNone, version => version.GitCommitAuthorDate),
        ("SemVer1NumericIdentifierPadding", FieldKind.Number, version => version.Options.SemVer1NumericIdentifierPadding),
    ];
}
