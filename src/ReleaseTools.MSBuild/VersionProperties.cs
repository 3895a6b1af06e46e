using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Adapters.Ci;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Handover;

namespace ReleaseTools.MSBuild;

/// <summary>
/// The MSBuild properties a version becomes. Those without <c>_ReleaseTools</c> are named as Nerdbank.GitVersioning and MinVer
/// name them, so projects that read them move over unchanged; those with it are what our own targets work with.
/// </summary>
internal static class VersionProperties
{
    /// <summary>Between the entries of a list; in one of them it is written as MSBuild does, with a percent sign.</summary>
    private const char ListSeparator = ';';

    /// <summary>Digits of a short hash, where no version.json says otherwise.</summary>
    private const int ShortLength = 10;

    private static readonly FrozenDictionary<string, Func<VersionForms, object?>> Forms =
        VersionForms.Names.ToFrozenDictionary<string, string, Func<VersionForms, object?>>(name => name, name => version => version[name]);

    /// <summary>The property, and the form of the version it holds.</summary>
    private static readonly ImmutableArray<(string Property, Func<VersionForms, object?> Read)> OfForms =
    [
        ("_ReleaseToolsVersion", Forms["NuGetPackageVersion"]),
        ("_ReleaseToolsAssemblyVersion", Forms["AssemblyVersion"]),
        ("_ReleaseToolsFileVersion", Forms["AssemblyFileVersion"]),
        ("_ReleaseToolsInformationalVersion", Forms["AssemblyInformationalVersion"]),
        ("_ReleaseToolsLocalAssemblyVersion", Forms["LocalAssemblyVersion"]),
        ("_ReleaseToolsLocalFileVersion", Forms["LocalAssemblyFileVersion"]),
        ("_ReleaseToolsLocalInformationalVersion", Forms["LocalAssemblyInformationalVersion"]),
        ("AssemblyFileVersion", Forms["AssemblyFileVersion"]),
        ("AssemblyInformationalVersion", Forms["AssemblyInformationalVersion"]),
        ("BuildingRef", Forms["BuildingRef"]),
        ("BuildNumber", Forms["BuildNumber"]),
        ("BuildVersion", Forms["Version"]),
        ("BuildVersion3Components", version => $"{version["MajorMinorVersion"]}.{Text(version["BuildNumber"])}"),
        ("BuildVersionNumberComponent", Forms["BuildNumber"]),
        ("BuildVersionSimple", Forms["SimpleVersion"]),
        ("ChocolateyPackageVersion", Forms["ChocolateyPackageVersion"]),
        ("CloudBuildNumber", Forms["CloudBuildNumber"]),
        ("GitCommitAuthorDateTicks", Forms["GitCommitAuthorDate"]),
        ("GitCommitDateTicks", Forms["GitCommitDate"]),
        ("GitCommitId", Forms["GitCommitId"]),
        ("GitCommitIdShort", Forms["GitCommitIdShort"]),
        ("GitVersionHeight", Forms["VersionHeight"]),
        ("MajorMinorVersion", Forms["MajorMinorVersion"]),
        ("NPMPackageVersion", Forms["NpmPackageVersion"]),
        ("NuGetPackageVersion", Forms["NuGetPackageVersion"]),
        ("PrereleaseVersion", Forms["PrereleaseVersion"]),
        ("PublicRelease", Forms["PublicRelease"]),
        ("SemVerBuildSuffix", Forms["BuildMetadataFragment"]),
        ("MinVerBuildMetadata", version => Text(version["BuildMetadataFragment"]).TrimStart('+')),
        ("MinVerMajor", Forms["VersionMajor"]),
        ("MinVerMinor", Forms["VersionMinor"]),
        ("MinVerPatch", Forms["BuildNumber"]),
        ("MinVerPreRelease", version => Prerelease(Text(version["SemVer2"]))),
        ("MinVerVersion", version => Text(version["SemVer2"]) + Text(version["BuildMetadataFragment"])),
    ];

    /// <summary>The entries of a property that is a list.</summary>
    public static string[] Entries(string list) =>
        [.. list.Split(ListSeparator).Select(entry => entry.Replace("%3b", ";", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal))];

    public static IEnumerable<VersionProperty> Of(FoundVersion version) =>
    [
        .. OfForms.Select(property => new VersionProperty(property.Property, Text(property.Read(version.Forms)))),
        new("_ReleaseToolsOrigin", Origin(version)),
        .. OfArtefacts(Text(version.Forms["SemVer2"]), version.Forms.ImageTags),
        .. OfImage(version.Forms),
        .. OfCi(version.Forms),
        .. OfCommit(Text(version.Forms["GitCommitId"]), (DateTimeOffset?)version.Forms["GitCommitDate"], version.Source.Value),
    ];

    /// <summary>Of a version that was not computed: the SDK derives the assembly's from it, and images get no floating tag.</summary>
    /// <param name="version">As somebody wrote it.</param>
    /// <param name="origin">Who, in the words of a log: <c>from …</c>.</param>
    /// <param name="commit">What is built; null where that is not known.</param>
    public static IEnumerable<VersionProperty> OfText(string version, string origin, BuildCommit? commit)
    {
        var semVer2 = version.Split('+')[0];
        var metadata = version[semVer2.Length..];
        var prerelease = Prerelease(semVer2);
        var numbers = semVer2.Split('-')[0];

        return
        [
            new("_ReleaseToolsVersion", version),
            new("_ReleaseToolsOrigin", origin),
            new("AssemblyInformationalVersion", version),
            new("BuildVersion", numbers),
            new("ChocolateyPackageVersion", semVer2),
            new("CloudBuildNumber", version),
            new("NPMPackageVersion", semVer2),
            new("NuGetPackageVersion", semVer2),
            new("PrereleaseVersion", prerelease.Length > 0 ? $"-{prerelease}" : ""),
            new("SemVerBuildSuffix", metadata),
            new("MinVerBuildMetadata", metadata.TrimStart('+')),
            new("MinVerPreRelease", prerelease),
            new("MinVerVersion", version),
            .. OfNumbers(numbers.Split('.')),
            new("GitCommitId", commit?.Hash ?? ""),
            new("GitCommitIdShort", commit is null ? "" : commit.Hash[..ShortLength]),
            new("GitCommitDateTicks", commit is null ? "" : Text(commit.Date)),
            new("GitCommitAuthorDateTicks", commit is null ? "" : Text(commit.Date)),
            .. OfArtefacts(semVer2, [semVer2]),
            .. OfCommit(commit?.Hash ?? "", commit?.Date, commit?.Source ?? ""),
        ];
    }

    /// <param name="numbers">Those before the prerelease; what is not there counts as 0, as in an assembly version.</param>
    private static IEnumerable<VersionProperty> OfNumbers(string[] numbers)
    {
        var (major, minor, patch) = (Number(0), Number(1), Number(2));

        return
        [
            new("AssemblyFileVersion", $"{major}.{minor}.{patch}.{Number(3)}"),
            new("BuildNumber", patch),
            new("BuildVersion3Components", $"{major}.{minor}.{patch}"),
            new("BuildVersionNumberComponent", patch),
            new("BuildVersionSimple", $"{major}.{minor}.{patch}"),
            new("MajorMinorVersion", $"{major}.{minor}"),
            new("MinVerMajor", major),
            new("MinVerMinor", minor),
            new("MinVerPatch", patch),
        ];

        string Number(int place) => numbers.ElementAtOrDefault(place) is { Length: > 0 } number ? number : "0";
    }

    /// <summary>How the version came about, in the words of a log.</summary>
    private static string Origin(FoundVersion version) => (version.File, version.Forms["ReleaseTag"]) switch
    {
        ({ } file, _) => $"from '{file}'",
        (null, string tag) => $"that of commit {version.Forms["GitCommitIdShort"]}, at height {version.Forms["VersionHeight"]} after the tag '{tag}'",
        _ => $"that of commit {version.Forms["GitCommitIdShort"]}, at height {version.Forms["VersionHeight"]}",
    };

    /// <summary>Without its leading hyphen; empty where there is none.</summary>
    private static string Prerelease(string semVer2) => semVer2.IndexOf('-', StringComparison.Ordinal) is >= 0 and var hyphen ? semVer2[(hyphen + 1)..] : "";

    private static IEnumerable<VersionProperty> OfArtefacts(string semVer2, ImmutableArray<string> tags) =>
    [
        new("_ReleaseToolsSemVer2", semVer2),
        new("_ReleaseToolsImageTags", string.Join(ListSeparator, tags)),
    ];

    /// <summary>What the tags of an image follow from, where a project has its own list of them.</summary>
    private static IEnumerable<VersionProperty> OfImage(VersionForms version) =>
    [
        new("_ReleaseToolsImagePrerelease", Text(version["PrereleaseVersionNoLeadingHyphen"])),
        new("_ReleaseToolsImageStable", Text(version["Stable"])),
        new("_ReleaseToolsImagePublic", Text(version["PublicRelease"])),
        new("_ReleaseToolsImageRef", Text(version["BuildingRef"])),
        new("_ReleaseToolsImageDefaultBranch", Text(version["DefaultBranch"])),
        new("_ReleaseToolsImagePullRequest", version["PullRequest"] is null ? "" : $"#{Text(version["PullRequest"])}"),
    ];

    private static IEnumerable<VersionProperty> OfCi(VersionForms version) =>
    [
        new("_ReleaseToolsCiAsked", List(CiVariables.Asked(version))),
        new("_ReleaseToolsCiOwn", List(CiVariables.Own(version))),
        new("_ReleaseToolsCiBuildNumber", CiVariables.AskedNumber(version) ?? ""),
    ];

    private static string List(IEnumerable<CiVariable> variables) =>
        string.Join(ListSeparator, variables.Select(variable => $"{variable.Name}={variable.Value.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3b", StringComparison.Ordinal)}"));

    private static IEnumerable<VersionProperty> OfCommit(string hash, DateTimeOffset? date, string source) =>
    [
        new("_ReleaseToolsCommit", hash),
        new("_ReleaseToolsCommitDate", date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? ""),
        new("_ReleaseToolsSource", source),
    ];

    /// <summary>Truth values as MSBuild writes them, and dates as Nerdbank.GitVersioning does, in ticks.</summary>
    private static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset date => Text(date.UtcTicks),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
