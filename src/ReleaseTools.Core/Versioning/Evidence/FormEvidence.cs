using System.Collections.Immutable;

namespace ReleaseTools.Versioning.Evidence;

/// <summary>How one form of a version is put together: its parts, one after the other, are the form.</summary>
internal sealed record FormEvidence(string Name, string Value, ImmutableArray<FormPart> Parts)
{
    /// <summary>The forms people ask for.</summary>
    public static ImmutableArray<FormEvidence> Of(VersionSnapshot version, VersionOptions numbers) =>
    [
        new("Version", version.Version.ToString(), FourNumbers(version, numbers)),
        new("SemVer2", version.SemVer2, Split(version.SemVer2, version, Numbers(numbers), "prerelease")),
        new("NuGetPackageVersion", version.NuGetPackageVersion, Split(
            version.NuGetPackageVersion,
            version,
            version.Options.NuGetPrecision == VersionPrecision.Build ? Numbers(numbers) : $"nugetPackageVersion.precision is '{Lower(version.Options.NuGetPrecision)}'",
            version.Options.NuGetSemVer == 1 ? "prerelease as SemVer 1 writes it" : "prerelease")),
        new("AssemblyVersion", version.AssemblyVersion,
        [
            new(version.AssemblyVersion, version.Options.AssemblyVersion is null ? $"assemblyVersion.precision is '{Lower(version.Options.AssemblyVersionPrecision)}'" : "as written"),
        ]),
    ];

    /// <summary>The numbers end at the first hyphen, and the length of the commit is known.</summary>
    private static ImmutableArray<FormPart> Split(string value, VersionSnapshot version, string numbers, string prerelease)
    {
        var end = version.PublicRelease ? value.Length : value.Length - 1 - version.Options.GitCommitIdPrefix.Length - version.VersionCommitIdShort.Length;
        var start = value.IndexOf('-', StringComparison.Ordinal) is >= 0 and var hyphen ? hyphen : value.Length;

        FormPart[] parts =
        [
            new(value[..start], numbers),
            new(value[start..end], prerelease),
            new(value[end..], "the commit: this is no public release"),
        ];

        return [.. parts.Where(part => part.Text.Length > 0)];
    }

    private static ImmutableArray<FormPart> FourNumbers(VersionSnapshot version, VersionOptions numbers) => numbers.Version!.HeightPosition switch
    {
        HeightPosition.Build => [new(version.SimpleVersion, Numbers(numbers)), new($".{version.VersionRevision}", "the first 16 bits of the commit")],
        HeightPosition.Revision => [new(version.Version.ToString(), WithHeight(numbers))],
        _ => [new(version.Version.ToString(), "as written")],
    };

    private static string Numbers(VersionOptions options) => options.Version!.HeightPosition == HeightPosition.Build ? WithHeight(options) : "as written";

    private static string WithHeight(VersionOptions options) => $"{options.Version!.Numbers} and the height{(options.EffectiveHeightOffset == 0 ? "" : " with its offset")}";

    private static string Lower(VersionPrecision precision) => precision.ToString().ToLowerInvariant();
}
