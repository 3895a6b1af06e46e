using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ReleaseTools.Adapters.Handover;
using ReleaseTools.Handover;

namespace ReleaseTools.MSBuild;

/// <summary>
/// The MSBuild properties a version becomes. Those without <c>_ReleaseTools</c> are named as Nerdbank.GitVersioning names them, so
/// projects that read them move over unchanged; those with it are what our own targets work with.
/// </summary>
internal static class VersionProperties
{
    /// <summary>Characters that mean something to MSBuild in a value.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create("%*?@$();'");

    private static readonly FrozenDictionary<string, Func<VersionForms, object?>> Forms =
        VersionForms.Names.ToFrozenDictionary<string, string, Func<VersionForms, object?>>(name => name, name => version => version[name]);

    /// <summary>The property, and the form of the version it holds.</summary>
    private static readonly ImmutableArray<(string Property, Func<VersionForms, object?> Read)> OfForms =
    [
        ("_ReleaseToolsVersion", Forms["NuGetPackageVersion"]),
        ("_ReleaseToolsAssemblyVersion", Forms["AssemblyVersion"]),
        ("_ReleaseToolsFileVersion", Forms["AssemblyFileVersion"]),
        ("_ReleaseToolsInformationalVersion", Forms["AssemblyInformationalVersion"]),
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
    ];

    public static IEnumerable<(string Name, string Value)> Of(FoundVersion version) =>
    [
        .. OfForms.Select(property => (property.Property, Escape(Text(property.Read(version.Forms))))),
        .. OfArtefacts(Text(version.Forms["SemVer2"]), version.Forms.ImageTags),
        .. OfImage(version.Forms),
        .. OfCommit(Text(version.Forms["GitCommitId"]), (DateTimeOffset?)version.Forms["GitCommitDate"], version.Source.Value),
    ];

    /// <summary>Of a version that was not computed: the SDK derives the assembly's from it, and images get no floating tag.</summary>
    public static IEnumerable<(string Name, string Value)> OfText(string version, BuildCommit? commit)
    {
        var semVer2 = version.Split('+')[0];

        return
        [
            ("_ReleaseToolsVersion", Escape(version)),
            .. OfArtefacts(semVer2, [semVer2]),
            .. OfCommit(commit?.Hash ?? "", commit?.Date, commit?.Source ?? ""),
        ];
    }

    public static ITaskItem ToItem((string Name, string Value) property) =>
        new TaskItem(property.Name, new Dictionary<string, string> { ["Value"] = property.Value });

    private static IEnumerable<(string Name, string Value)> OfArtefacts(string semVer2, ImmutableArray<string> tags) =>
    [
        ("_ReleaseToolsSemVer2", Escape(semVer2)),
        ("_ReleaseToolsImageTags", string.Join(';', tags.Select(Escape))),
    ];

    /// <summary>What the tags of an image follow from, where a project has its own list of them.</summary>
    private static IEnumerable<(string Name, string Value)> OfImage(VersionForms version) =>
    [
        ("_ReleaseToolsImagePrerelease", Escape(Text(version["PrereleaseVersionNoLeadingHyphen"]))),
        ("_ReleaseToolsImageStable", Text(version["Stable"])),
        ("_ReleaseToolsImagePublic", Text(version["PublicRelease"])),
        ("_ReleaseToolsImageRef", Escape(Text(version["BuildingRef"]))),
        ("_ReleaseToolsImageDefaultBranch", Text(version["DefaultBranch"])),
        ("_ReleaseToolsImagePullRequest", version["PullRequest"] is null ? "" : $"#{Escape(Text(version["PullRequest"]))}"),
    ];

    private static IEnumerable<(string Name, string Value)> OfCommit(string hash, DateTimeOffset? date, string source) =>
    [
        ("_ReleaseToolsCommit", Escape(hash)),
        ("_ReleaseToolsCommitDate", date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? ""),
        ("_ReleaseToolsSource", Escape(source)),
    ];

    /// <summary>Truth values as MSBuild writes them, and dates as Nerdbank.GitVersioning does, in ticks.</summary>
    private static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset date => Text(date.UtcTicks),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A branch may be named <c>fix;$(Secret)</c>: to MSBuild it must stay a text.</summary>
    private static string Escape(string value)
    {
        if (!value.AsSpan().ContainsAny(Special))
        {
            return value;
        }

        var escaped = new StringBuilder(value.Length + 16);

        foreach (var character in value)
        {
            _ = Special.Contains(character)
                ? escaped.Append(CultureInfo.InvariantCulture, $"%{(int)character:x2}")
                : escaped.Append(character);
        }

        return escaped.ToString();
    }
}
