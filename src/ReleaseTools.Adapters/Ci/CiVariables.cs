using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Handover;

namespace ReleaseTools.Adapters.Ci;

/// <summary>
/// The variables a version becomes in CI. Those that begin with <c>Git</c> or <c>NBGV_</c> are named and written as Nerdbank.GitVersioning
/// does it, so scripts move over unchanged.
/// </summary>
internal static class CiVariables
{
    private static readonly ImmutableArray<(string Variable, string Form)> OwnNames =
    [
        ("RELEASE_VERSION", "SemVer2"),
        ("RELEASE_PACKAGE_VERSION", "NuGetPackageVersion"),
        ("RELEASE_PUBLIC", "PublicRelease"),
        ("RELEASE_COMMIT", "GitCommitId"),
    ];

    private static readonly ImmutableArray<(string Variable, string Form)> VersionNames =
    [
        ("GitAssemblyInformationalVersion", "AssemblyInformationalVersion"),
        ("GitBuildVersion", "Version"),
        ("GitBuildVersionSimple", "SimpleVersion"),
    ];

    private static readonly ImmutableArray<string> Prefixed =
    [
        "CloudBuildNumber", "AssemblyVersion", "AssemblyFileVersion", "AssemblyInformationalVersion", "PublicRelease", "PrereleaseVersion", "PrereleaseVersionNoLeadingHyphen", "SimpleVersion",
        "BuildNumber", "VersionRevision", "MajorMinorVersion", "VersionMajor", "VersionMinor", "GitCommitId", "GitCommitIdShort", "GitCommitDate", "GitCommitAuthorDate", "VersionHeight",
        "VersionHeightOffset", "BuildingRef", "Version", "BuildMetadataFragment", "NuGetPackageVersion", "ChocolateyPackageVersion", "NpmPackageVersion", "SemVer1", "SemVer2",
        "SemVer1NumericIdentifierPadding",
    ];

    /// <summary>Ours, with truth values as scripts compare them.</summary>
    public static IEnumerable<CiVariable> Own(VersionForms version) =>
        OwnNames.Select(name => new CiVariable(name.Variable, version[name.Form] is bool truth ? (truth ? "true" : "false") : Text(version[name.Form])));

    /// <summary>The few of nbgv's.</summary>
    public static IEnumerable<CiVariable> OfVersion(VersionForms version) => VersionNames.Select(name => new CiVariable(name.Variable, Text(version[name.Form])));

    /// <summary>All of nbgv's.</summary>
    public static IEnumerable<CiVariable> All(VersionForms version) =>
    [
        .. Prefixed.Select(name => new CiVariable($"NBGV_{name}", Text(version[name]))),
        new("NBGV_VersionFileFound", Text(IsByHeight(version))),
    ];

    /// <summary>What version.json asks for. Where a version comes from tags it need not have heard of nbgv, whose few are on unless they are turned off.</summary>
    public static IEnumerable<CiVariable> Asked(VersionForms version) =>
    [
        .. version["CloudBuildAllVarsEnabled"] is true ? All(version) : [],
        .. version["CloudBuildVersionVarsEnabled"] is true && IsByHeight(version) ? OfVersion(version) : [],
    ];

    /// <summary>The build number that version.json asks for, or null.</summary>
    public static string? AskedNumber(VersionForms version) => version["CloudBuildNumberEnabled"] is true ? Number(version) : null;

    public static string Number(VersionForms version) => Text(version["CloudBuildNumber"]);

    private static bool IsByHeight(VersionForms version) => version["VersionScheme"] is "height";

    private static string Text(object? value) => value switch
    {
        DateTimeOffset date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
