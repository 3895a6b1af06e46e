using System.Collections.Immutable;
using System.Globalization;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>The version a commit makes, in the parts by which it can be recognised.</summary>
/// <param name="Commit">Who makes it.</param>
/// <param name="Numbers">Four; one the version does not have is 0.</param>
/// <param name="HeightPlace">Which number is the height; beyond the last where none is.</param>
/// <param name="Prerelease">With its leading hyphen, or empty; without the commit.</param>
/// <param name="CommitPrefix">What stands before a commit in a prerelease.</param>
internal sealed record MadeVersion(CommitId Commit, ImmutableArray<int> Numbers, int HeightPlace, string Prerelease, string CommitPrefix)
{
    private const int Build = 2;
    private const int Revision = 3;
    private const int None = 4;

    /// <summary>Prereleases it goes by: in SemVer 2, and in SemVer 1.</summary>
    public required ImmutableArray<string> Prereleases { get; init; }

    /// <summary>As NuGet packages have them: from some place on, as <c>nugetPackageVersion.precision</c> says, they are 0.</summary>
    public required ImmutableArray<int> PackageNumbers { get; init; }

    public bool IsFromTag { get; init; }

    /// <summary>The commit that stands in the version.</summary>
    public required CommitId Named { get; init; }

    /// <summary>Whether the fourth number stands for the commit.</summary>
    public bool HasCommitNumber => HeightPlace == Build;

    /// <summary>Which number is the height of what is written so; beyond the last where none is.</summary>
    public static int PlaceOf(HeightPosition position) => position switch
    {
        HeightPosition.Build => Build,
        HeightPosition.Revision => Revision,
        _ => None,
    };

    /// <summary>Null where the commit makes none, because its height does not fit into one.</summary>
    public static MadeVersion? Of(CommitId commit, VersionOptions options, int height, CommitId named)
    {
        var written = options.Version!;
        var place = PlaceOf(written.HeightPosition);
        var placed = height == 0 ? 0 : height + options.EffectiveHeightOffset;

        if (place != None && placed is < 0 or > VersionCalculator.HighestNumber)
        {
            return null;
        }

        var prerelease = written.Prerelease.Replace(VersionSpec.HeightPlaceholder, (height + options.EffectiveHeightOffset).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var counted = place == None ? written.WholeNumbers : written.WholeNumbers.SetItem(place, placed);
        var numbers = place == Build ? counted.SetItem(Revision, VersionCalculator.First16Bits(named)) : counted;

        return new(commit, numbers, place, prerelease, options.GitCommitIdPrefix)
        {
            Named = named,
            PackageNumbers = Cut(numbers, options.NuGetPrecision),
            Prereleases = [prerelease, SemVer1Prerelease.From(prerelease, options.SemVer1NumericIdentifierPadding)],
        };
    }

    /// <summary>A release makes the version its tag says.</summary>
    public static MadeVersion Of(ReleaseTag release, VersionOptions options)
    {
        ImmutableArray<int> numbers = [release.Version.Major, release.Version.Minor, release.Version.Patch, 0];
        var prerelease = release.Version.IsPrerelease ? "-" + release.Version.Release : "";

        return new(release.Commit, numbers, None, prerelease, options.GitCommitIdPrefix)
        {
            IsFromTag = true,
            Named = release.Commit,
            PackageNumbers = numbers,
            Prereleases = [prerelease, SemVer1Prerelease.From(prerelease, options.SemVer1NumericIdentifierPadding)],
        };
    }

    public static ImmutableArray<int> Cut(ImmutableArray<int> numbers, VersionPrecision precision) =>
        [.. numbers.Select((number, place) => place <= (int)precision ? number : 0)];

    public override string ToString() => $"{string.Join('.', Numbers)}{Prerelease}";
}
