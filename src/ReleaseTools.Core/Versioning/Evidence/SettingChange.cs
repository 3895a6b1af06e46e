using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Text;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>A setting that the working copy's version file gives another value than the commit's.</summary>
/// <param name="Setting">By its path in version.json.</param>
/// <param name="Committed">Its value in the commit, in words.</param>
/// <param name="Working">Its value on disk, in words.</param>
/// <param name="Restarts">Whether the change makes a version of its own, of height 0; any other waits for its commit.</param>
internal sealed record SettingChange(string Setting, string Committed, string Working, bool Restarts)
{
    private static readonly (string Setting, bool Restarts, Func<VersionOptions, object?> Read)[] Settings =
    [
        ("version", true, options => options.Version),
        ("assemblyVersion", true, options => options.AssemblyVersion),
        ("assemblyVersion.precision", true, options => options.AssemblyVersionPrecision ?? VersionPrecision.Minor),
        ("versionHeightOffset", true, options => options.VersionHeightOffset),
        ("versionHeightOffsetAppliesTo", true, options => options.VersionHeightOffsetAppliesTo),
        ("nugetPackageVersion.semVer", true, options => options.NuGetSemVer),
        ("nugetPackageVersion.precision", true, options => options.NuGetPrecision),
        ("cloudBuild.setAllVariables", true, options => options.CloudBuild.SetAllVariables),
        ("cloudBuild.setVersionVariables", true, options => options.CloudBuild.SetVersionVariables),
        ("cloudBuild.buildNumber.enabled", true, options => options.CloudBuild.BuildNumberEnabled),
        ("cloudBuild.buildNumber.includeCommitId.when", true, options => options.CloudBuild.CommitIdWhen),
        ("cloudBuild.buildNumber.includeCommitId.where", true, options => options.CloudBuild.CommitIdWhere),
        ("release.tagName", true, options => options.Release.TagName),
        ("release.branchName", true, options => options.Release.BranchName),
        ("release.versionIncrement", true, options => options.Release.VersionIncrement),
        ("release.firstUnstableTag", true, options => options.Release.FirstUnstableTag),
        ("semVer1NumericIdentifierPadding", false, options => options.SemVer1NumericIdentifierPadding),
        ("gitCommitIdShortFixedLength", false, options => options.GitCommitIdShortFixedLength),
        ("gitCommitIdShortAutoMinimum", false, options => options.GitCommitIdShortAutoMinimum),
        ("gitCommitIdPrefix", false, options => options.GitCommitIdPrefix),
        ("publicReleaseRefSpec", false, options => options.PublicReleaseRefSpec),
        ("pathFilters", false, options => options.PathFilters?.Filters),
        ("releaseTools.commitInVersion", false, options => options.CommitInVersion),
        ("releaseTools.versionFrom", false, options => options.VersionFrom),
        ("releaseTools.tagPrefix", false, options => options.Tags.Prefix),
        ("releaseTools.autoIncrement", false, options => options.Tags.AutoIncrement),
        ("releaseTools.prereleaseIdentifiers", false, options => options.Tags.PrereleaseIdentifiers),
        ("releaseTools.buildMetadata", false, options => options.Tags.BuildMetadata),
        ("releaseTools.ignoreHeight", false, options => options.Tags.IgnoreHeight),
    ];

    public static ImmutableArray<SettingChange> Between(VersionOptions committed, VersionOptions working) =>
    [
        .. from setting in Settings
           let before = Say(setting.Read(committed))
           let now = Say(setting.Read(working))
           where before != now
           select new SettingChange(setting.Setting, before, now, setting.Restarts),
    ];

    private static string Say(object? value) => value switch
    {
        null => "nothing",
        Enum choice => $"'{ChoiceName.Of(choice)}'",
        ImmutableArray<string> list => List(list),
        ImmutableArray<PathFilter> list => List(list.Select(filter => filter.ToString())),
        int or bool => Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant(),
        _ => $"'{value}'",
    };

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(item => $"'{item}'"))}]";
}
