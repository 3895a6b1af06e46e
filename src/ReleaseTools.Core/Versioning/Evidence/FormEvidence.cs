using System.Collections.Immutable;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>How one form of a version is put together: its parts, one after the other, are the form.</summary>
internal sealed record FormEvidence(string Name, string Value, ImmutableArray<FormPart> Parts)
{
    /// <summary>The forms people ask for.</summary>
    /// <param name="version">The version.</param>
    /// <param name="numbers">What its numbers are made of.</param>
    public static ImmutableArray<FormEvidence> Of(VersionSnapshot version, VersionOptions numbers) =>
    [
        new("Version", version.Version.ToString(), FourNumbers(version, numbers)),
        new("SemVer2", version.SemVer2, Split(version.SemVer2, version, Numbers(version, numbers), "prerelease")),
        new("NuGetPackageVersion", version.NuGetPackageVersion, Split(
            version.NuGetPackageVersion,
            version,
            version.Options.NuGetPrecision == VersionPrecision.Build || version.Scheme == VersionScheme.Tags ? Numbers(version, numbers) : $"nugetPackageVersion.precision is '{Lower(version.Options.NuGetPrecision)}'",
            version.Options.NuGetSemVer == 1 && version.Scheme == VersionScheme.Height ? "prerelease as SemVer 1 writes it" : "prerelease")),
        new("AssemblyVersion", version.AssemblyVersion,
        [
            new(version.AssemblyVersion, Assembly(version)),
        ]),
    ];

    /// <summary>The numbers end at the first hyphen, and the length of the commit is known.</summary>
    private static ImmutableArray<FormPart> Split(string value, VersionSnapshot version, string numbers, string prerelease)
    {
        var end = version.PublicRelease || version.Scheme == VersionScheme.Tags ? value.Length : value.Length - 1 - version.Options.GitCommitIdPrefix.Length - version.VersionCommitIdShort.Length;
        var start = value.IndexOf('-', StringComparison.Ordinal) is >= 0 and var hyphen ? hyphen : value.Length;

        FormPart[] parts =
        [
            new(value[..start], numbers),
            new(value[start..end], prerelease),
            new(value[end..], "the commit: this is no public release"),
        ];

        return [.. parts.Where(part => part.Text.Length > 0)];
    }

    private static ImmutableArray<FormPart> FourNumbers(VersionSnapshot version, VersionOptions numbers) => numbers.Version?.HeightPosition switch
    {
        _ when version.Scheme == VersionScheme.Tags => [new(version.SimpleVersion, Numbers(version, numbers)), new($".{version.VersionRevision}", "always 0")],
        HeightPosition.Build => [new(version.SimpleVersion, Numbers(version, numbers)), new($".{version.VersionRevision}", "the first 16 bits of the commit")],
        HeightPosition.Revision => [new(version.Version.ToString(), WithHeight(numbers))],
        _ => [new(version.Version.ToString(), "as written")],
    };

    private static string Numbers(VersionSnapshot version, VersionOptions options) => version switch
    {
        { Scheme: VersionScheme.Tags, IsReleased: true } => $"the release {version.ReleaseTag}",
        { Scheme: VersionScheme.Tags, ReleaseTag: { } tag } => $"after {tag}",
        { Scheme: VersionScheme.Tags } => "no release",
        _ when options.Version!.HeightPosition == HeightPosition.Build => WithHeight(options),
        _ => "as written",
    };

    private static string Assembly(VersionSnapshot version) => version.Options switch
    {
        { AssemblyVersion: not null } => "as written",
        { AssemblyVersionPrecision: { } precision } => $"assemblyVersion.precision is '{Lower(precision)}'",
        _ => version.Scheme == VersionScheme.Tags ? "the major" : "assemblyVersion.precision is 'minor'",
    };

    private static string WithHeight(VersionOptions options) => $"{options.Version!.Numbers} and the height{(options.EffectiveHeightOffset == 0 ? "" : " with its offset")}";

    private static string Lower(VersionPrecision precision) => precision.ToString().ToLowerInvariant();
}
