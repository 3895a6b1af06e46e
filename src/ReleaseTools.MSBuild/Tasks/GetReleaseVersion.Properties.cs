using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ReleaseTools.MSBuild.Tasks;

// An output for each property: MSBuild takes them all from one run of the task, and escapes them. Null leaves a property
// as it is, and so does a value that is empty.
public sealed partial class GetReleaseVersion
{
    private readonly Dictionary<string, string> _properties = [];

    /// <summary>All of them, for a project that hands them on to others: the name, and the metadatum <c>Value</c>.</summary>
    [Output]
    public ITaskItem[] Properties => [.. _properties.Select(ToItem)];

    [Output]
    public string? ReleaseToolsAssemblyVersion => Find("_ReleaseToolsAssemblyVersion");

    [Output]
    public string? ReleaseToolsFileVersion => Find("_ReleaseToolsFileVersion");

    [Output]
    public string? ReleaseToolsInformationalVersion => Find("_ReleaseToolsInformationalVersion");

    [Output]
    public string? ReleaseToolsVersion => Find("_ReleaseToolsVersion");

    [Output]
    public string? ReleaseToolsLocalAssemblyVersion => Find("_ReleaseToolsLocalAssemblyVersion");

    [Output]
    public string? ReleaseToolsLocalFileVersion => Find("_ReleaseToolsLocalFileVersion");

    [Output]
    public string? ReleaseToolsLocalInformationalVersion => Find("_ReleaseToolsLocalInformationalVersion");

    [Output]
    public string? ReleaseToolsOrigin => Find("_ReleaseToolsOrigin");

    [Output]
    public string? ReleaseToolsInCi => Find("_ReleaseToolsInCi");

    [Output]
    public string? ReleaseToolsSemVer2 => Find("_ReleaseToolsSemVer2");

    [Output]
    public string? ReleaseToolsCommit => Find("_ReleaseToolsCommit");

    [Output]
    public string? ReleaseToolsCommitDate => Find("_ReleaseToolsCommitDate");

    [Output]
    public string? ReleaseToolsSource => Find("_ReleaseToolsSource");

    [Output]
    public string[]? ReleaseToolsImageTags => FindList("_ReleaseToolsImageTags");

    [Output]
    public string[]? ReleaseToolsCiAsked => FindList("_ReleaseToolsCiAsked");

    [Output]
    public string[]? ReleaseToolsCiOwn => FindList("_ReleaseToolsCiOwn");

    [Output]
    public string? ReleaseToolsCiBuildNumber => Find("_ReleaseToolsCiBuildNumber");

    [Output]
    public string? ReleaseToolsImagePrerelease => Find("_ReleaseToolsImagePrerelease");

    [Output]
    public string? ReleaseToolsImageStable => Find("_ReleaseToolsImageStable");

    [Output]
    public string? ReleaseToolsImagePublic => Find("_ReleaseToolsImagePublic");

    [Output]
    public string? ReleaseToolsImageRef => Find("_ReleaseToolsImageRef");

    [Output]
    public string? ReleaseToolsImageDefaultBranch => Find("_ReleaseToolsImageDefaultBranch");

    [Output]
    public string? ReleaseToolsImagePullRequest => Find("_ReleaseToolsImagePullRequest");

    [Output]
    public string? AssemblyFileVersion => Find(nameof(AssemblyFileVersion));

    [Output]
    public string? AssemblyInformationalVersion => Find(nameof(AssemblyInformationalVersion));

    [Output]
    public string? BuildingRef => Find(nameof(BuildingRef));

    [Output]
    public string? BuildNumber => Find(nameof(BuildNumber));

    [Output]
    public string? BuildVersion => Find(nameof(BuildVersion));

    [Output]
    public string? BuildVersion3Components => Find(nameof(BuildVersion3Components));

    [Output]
    public string? BuildVersionNumberComponent => Find(nameof(BuildVersionNumberComponent));

    [Output]
    public string? BuildVersionSimple => Find(nameof(BuildVersionSimple));

    [Output]
    public string? ChocolateyPackageVersion => Find(nameof(ChocolateyPackageVersion));

    [Output]
    public string? CloudBuildNumber => Find(nameof(CloudBuildNumber));

    [Output]
    public string? GitCommitAuthorDateTicks => Find(nameof(GitCommitAuthorDateTicks));

    [Output]
    public string? GitCommitDateTicks => Find(nameof(GitCommitDateTicks));

    [Output]
    public string? GitCommitId => Find(nameof(GitCommitId));

    [Output]
    public string? GitCommitIdShort => Find(nameof(GitCommitIdShort));

    [Output]
    public string? GitVersionHeight => Find(nameof(GitVersionHeight));

    [Output]
    public string? MajorMinorVersion => Find(nameof(MajorMinorVersion));

    [Output]
    public string? NPMPackageVersion => Find(nameof(NPMPackageVersion));

    [Output]
    public string? NuGetPackageVersion => Find(nameof(NuGetPackageVersion));

    [Output]
    public string? PrereleaseVersion => Find(nameof(PrereleaseVersion));

    [Output]
    public string? IsPublicRelease => Find(nameof(PublicRelease));

    [Output]
    public string? SemVerBuildSuffix => Find(nameof(SemVerBuildSuffix));

    [Output]
    public string? MinVerBuildMetadata => Find(nameof(MinVerBuildMetadata));

    [Output]
    public string? MinVerMajor => Find(nameof(MinVerMajor));

    [Output]
    public string? MinVerMinor => Find(nameof(MinVerMinor));

    [Output]
    public string? MinVerPatch => Find(nameof(MinVerPatch));

    [Output]
    public string? MinVerPreRelease => Find(nameof(MinVerPreRelease));

    [Output]
    public string? MinVerVersion => Find(nameof(MinVerVersion));

    private string[]? FindList(string name) => Find(name) is { } list ? VersionProperties.Entries(list) : null;

    private string? Find(string name) => _properties.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    private static ITaskItem2 ToItem(KeyValuePair<string, string> property)
    {
        ITaskItem2 item = new TaskItem(property.Key);
        item.SetMetadataValueLiteral("Value", property.Value);
        return item;
    }
}
