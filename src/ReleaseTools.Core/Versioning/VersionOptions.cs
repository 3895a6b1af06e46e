using System.Collections.Immutable;

namespace ReleaseTools.Versioning;

/// <summary>What version.json says once inheritance is resolved and every default is filled in. Names are the file's own.</summary>
internal sealed record VersionOptions
{
    /// <summary>What a file without any setting means.</summary>
    public static VersionOptions Default { get; } = new();

    /// <summary>Null until some file of the chain gives one. Where versions come from tags it is the least they may be.</summary>
    public VersionSpec? Version { get; init; }

    /// <summary>Null where it is not written, and then a version that is written decides.</summary>
    public VersionScheme? VersionFrom { get; init; }

    public TagOptions Tags { get; init; } = TagOptions.Default;

    public VersionScheme Scheme => VersionFrom ?? (Version is null ? VersionScheme.Tags : VersionScheme.Height);

    /// <summary>An assembly version written out in full; null when it follows from <see cref="AssemblyVersionPrecision"/>.</summary>
    public Version? AssemblyVersion { get; init; }

    /// <summary>Null where it is not written: minor for versions counted by height, major for versions from tags.</summary>
    public VersionPrecision? AssemblyVersionPrecision { get; init; }

    /// <summary>Null where it is not written, which is not the same as 0 to whoever asks whether the file was edited.</summary>
    public int? VersionHeightOffset { get; init; }

    /// <summary>The version the offset was meant for; for any other version that restarts the height the offset is ignored.</summary>
    public VersionSpec? VersionHeightOffsetAppliesTo { get; init; }

    public int SemVer1NumericIdentifierPadding { get; init; } = 4;

    public int GitCommitIdShortFixedLength { get; init; } = 10;

    /// <summary>Where above 0: the shortest unique abbreviation of at least as many digits, instead of the fixed length.</summary>
    public int GitCommitIdShortAutoMinimum { get; init; }

    public string GitCommitIdPrefix { get; init; } = "g";

    public int NuGetSemVer { get; init; } = 1;

    public VersionPrecision NuGetPrecision { get; init; } = VersionPrecision.Build;

    /// <summary>Regular expressions, unanchored; a ref that matches any of them is released to the public.</summary>
    public ImmutableArray<string> PublicReleaseRefSpec { get; init; } = [];

    /// <summary>Which paths make a commit count; null means that every commit does.</summary>
    public PathFilterList? PathFilters { get; init; }

    public CloudBuildOptions CloudBuild { get; init; } = CloudBuildOptions.Default;

    public ReleaseOptions Release { get; init; } = ReleaseOptions.Default;

    /// <summary>How <c>version next</c> reads the commits; no part of any commit's own version.</summary>
    public BumpPolicy Bump { get; init; } = BumpPolicy.Default;

    /// <summary>As they are written; none for the usual ones.</summary>
    public ImmutableArray<ImageTagSetting> ImageTags { get; init; } = [];

    /// <summary>Files that are stamped beside those that are found, as they are written.</summary>
    public ImmutableArray<StampSetting> Stamp { get; init; } = [];

    public ChartOptions Charts { get; init; } = ChartOptions.Default;

    public PushOptions Push { get; init; } = PushOptions.Default;

    /// <summary>As it is written; no part of any commit's version.</summary>
    public ChangelogSetting Changelog { get; init; } = ChangelogSetting.Default;

    /// <summary>Nerdbank.GitVersioning 3.10 takes the first, 3.11 the second.</summary>
    public CommitInVersion CommitInVersion { get; init; }

    /// <summary>The offset that counts for this version.</summary>
    public int EffectiveHeightOffset =>
        Version is { HeightPosition: not HeightPosition.None } version && VersionHeightOffsetAppliesTo is { } meant && version.ResetsHeightOf(meant, version.HeightPosition)
            ? 0
            : VersionHeightOffset ?? 0;

    /// <summary>
    /// Whether an uncommitted edit from this to <paramref name="other"/> makes a version of its own.
    /// Settings that only select among forms, such as publicReleaseRefSpec, do not.
    /// </summary>
    public bool MakesTheSameVersionAs(VersionOptions other) =>
        (Version, AssemblyVersion, AssemblyVersionPrecision ?? VersionPrecision.Minor, VersionHeightOffset, VersionHeightOffsetAppliesTo, NuGetSemVer, NuGetPrecision, CloudBuild, Release)
        == (other.Version, other.AssemblyVersion, other.AssemblyVersionPrecision ?? VersionPrecision.Minor, other.VersionHeightOffset, other.VersionHeightOffsetAppliesTo, other.NuGetSemVer, other.NuGetPrecision, other.CloudBuild, other.Release);
}
