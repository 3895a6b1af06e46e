using System.Globalization;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>Facts in, version out. Nothing here looks at the world.</summary>
internal static class VersionCalculator
{
    /// <summary>Windows resources hold 16 bits for each number of a version, and compilers refuse the highest value.</summary>
    public const int HighestNumber = 65534;

    /// <exception cref="ReleaseException">RT1… or RT2…: no version follows from these facts.</exception>
    public static VersionSnapshot Compute(VersionFacts facts)
    {
        var basis = VersionBasis.From(facts);
        return Snapshot(facts, basis.Options, basis.Scheme == VersionScheme.Tags ? TagScheme.Count(facts, basis.Options) : CountHeight(facts, basis));
    }

    /// <summary>Counts the height, unless that was done before; null where none is counted: no commit stands for the version yet, or it comes from tags.</summary>
    /// <exception cref="ReleaseException">As <see cref="Compute"/>.</exception>
    public static CountedHeight? Count(VersionFacts facts) => VersionBasis.From(facts) switch
    {
        { Scheme: VersionScheme.Tags } or { IsEdited: true } => null,
        var basis => facts.Counted ?? Found(facts, basis.Walk(facts)),
    };

    /// <summary>The commits that are written in short somewhere in the version.</summary>
    /// <exception cref="ReleaseException">As <see cref="Compute"/>.</exception>
    public static IEnumerable<CommitId> Shortened(VersionFacts facts) =>
        new[] { facts.Head.Id, Named(facts, VersionBasis.From(facts).Options, Count(facts)) }.Distinct();

    private static CountedHeight Found(VersionFacts facts, HeightWalk walk) =>
        new(facts.CommittedFiles, walk.Height, walk.LastCounted is { } commit ? facts.History!.Graph.Id(commit) : null);

    private static CommitId Named(VersionFacts facts, VersionOptions options, CountedHeight? counted) =>
        options.CommitInVersion == CommitInVersion.LastCounted && counted?.LastCounted is { } commit ? commit : facts.Head.Id;

    private static CountedVersion CountHeight(VersionFacts facts, VersionBasis basis)
    {
        var counted = Count(facts);
        var height = counted?.Height ?? 0;
        var commit = Named(facts, basis.Options, counted);

        return new()
        {
            Scheme = VersionScheme.Height,
            Numbers = Numbers(basis.Numbers, height, commit),
            HeightPosition = basis.Numbers.Version!.HeightPosition,
            Prerelease = basis.Options.Version!.Prerelease.Replace(
                VersionSpec.HeightPlaceholder,
                (height + basis.Options.EffectiveHeightOffset).ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal),
            Height = height,
            Commit = commit,
        };
    }

    /// <summary>The version in its forms: what both schemes have in common.</summary>
    private static VersionSnapshot Snapshot(VersionFacts facts, VersionOptions options, CountedVersion counted)
    {
        var building = BuildingRef.Decide(facts.Head, facts.Ci);

        return new VersionSnapshot
        {
            Scheme = counted.Scheme,
            Version = counted.Numbers,
            HeightPosition = counted.HeightPosition,
            PrereleaseVersion = counted.Prerelease,
            BuildMetadata = counted.BuildMetadata,
            ReleaseTag = counted.ReleaseTag,
            IsReleased = counted.IsReleased,
            Options = options,
            VersionHeight = counted.Height,
            PublicRelease = facts.PublicRelease
                ?? (!building.IsPullRequest && (counted.IsReleased || PublicRelease.Decide(options.PublicReleaseRefSpec, building.Name, facts.Head.Tags))),
            BuildingRef = building.Name,
            DefaultBranch = building.Ci == CiStanding.Believed && facts.Ci?.DefaultBranch is { } branch && building.Name == $"refs/heads/{branch}",
            PullRequest = building.IsPullRequest ? facts.Ci?.PullRequest ?? "" : null,
            GitCommitId = facts.Head.Id.Hash,
            GitCommitIdShort = Shorten(facts.Head.Id, options, facts.Answers),
            VersionCommitId = counted.Commit.Hash,
            VersionCommitIdShort = Shorten(counted.Commit, options, facts.Answers),
            GitCommitDate = facts.Head.CommitDate,
            GitCommitAuthorDate = facts.Head.AuthorDate,
            Remarks = [.. building.Remark is { } remark ? [remark] : Array.Empty<Diagnostic>(), .. counted.Remarks],
        };
    }

    private static string Shorten(CommitId commit, VersionOptions options, VersionAnswers answers) =>
        options.GitCommitIdShortAutoMinimum > 0 && answers.ShortIds.TryGetValue(commit, out var shortest)
            ? shortest
            : commit.Hash[..Math.Min(options.GitCommitIdShortFixedLength, commit.Hash.Length)];

    private static Version Numbers(VersionOptions options, int height, CommitId commit)
    {
        var written = options.Version!.Numbers;
        var placed = height == 0 ? 0 : height + options.EffectiveHeightOffset;

        return options.Version.HeightPosition switch
        {
            HeightPosition.Build => new(written.Major, written.Minor, Checked(placed), First16Bits(commit)),
            HeightPosition.Revision => new(written.Major, written.Minor, written.Build, Checked(placed)),
            _ => written,
        };
    }

    private static int Checked(int placed) => placed switch
    {
        > HighestNumber => throw new ReleaseException(VersionDiagnostics.HeightTooLarge(placed)),
        < 0 => throw new ReleaseException(VersionDiagnostics.HeightNegative(placed)),
        _ => placed,
    };

    /// <summary>The number that stands for a commit in a version.</summary>
    public static int First16Bits(CommitId commit) => Math.Min(HighestNumber, int.Parse(commit.Hash.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
