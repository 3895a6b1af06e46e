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
        var committed = VersionFiles.Parse(facts.CommittedFiles);
        var working = facts.Head.IsCheckedOut ? VersionFiles.Parse(facts.WorkingFiles) : committed;

        // Nobody should get another scheme because a file was removed and that is not yet committed.
        if (working is null && committed is not null)
        {
            throw new ReleaseException(ConfigurationDiagnostics.NoVersionFile(facts.Folder));
        }

        if (working is null or { Scheme: VersionScheme.Tags })
        {
            var tagged = working ?? VersionOptions.Default;
            return Snapshot(facts, tagged, TagScheme.Count(facts, tagged));
        }

        // Versions from tags had no height to go on with.
        var before = committed is { Scheme: VersionScheme.Height } ? committed : null;
        var options = before ?? working;
        return Snapshot(facts, options, CountHeight(facts, options, before, working));
    }

    private static CountedVersion CountHeight(VersionFacts facts, VersionOptions options, VersionOptions? committed, VersionOptions working)
    {
        var edited = committed is null || !working.MakesTheSameVersionAs(committed);
        var numbers = edited ? working : committed!;

        if (options.Version is null || numbers.Version is null)
        {
            throw new ReleaseException(NoVersion(facts));
        }

        // No commit stands for an edit yet, so counting has not begun.
        var height = edited ? 0 : facts.KnownHeight ?? HeightEngine.Count(facts.History!, facts.Answers, options.Version, facts.Ci);

        return new()
        {
            Scheme = VersionScheme.Height,
            Numbers = Numbers(numbers, height, facts.Head.Id),
            Prerelease = options.Version.Prerelease.Replace(
                VersionSpec.HeightPlaceholder,
                (height + options.EffectiveHeightOffset).ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal),
            Height = height,
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
            PrereleaseVersion = counted.Prerelease,
            BuildMetadata = counted.BuildMetadata,
            ReleaseTag = counted.ReleaseTag,
            IsReleased = counted.IsReleased,
            Options = options,
            VersionHeight = counted.Height,
            PublicRelease = facts.PublicRelease
                ?? (!building.IsPullRequest && (counted.IsReleased || PublicRelease.Decide(options.PublicReleaseRefSpec, building.Name, facts.Head.Tags))),
            BuildingRef = building.Name,
            GitCommitId = facts.Head.Id.Hash,
            GitCommitIdShort = options.GitCommitIdShortAutoMinimum > 0 && facts.Answers.ShortId is { } shortest
                ? shortest
                : facts.Head.Id.Hash[..Math.Min(options.GitCommitIdShortFixedLength, facts.Head.Id.Hash.Length)],
            GitCommitDate = facts.Head.CommitDate,
            GitCommitAuthorDate = facts.Head.AuthorDate,
            Remarks = [.. building.Remark is { } remark ? [remark] : Array.Empty<Diagnostic>(), .. counted.Remarks],
        };
    }

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

    private static Diagnostic NoVersion(VersionFacts facts)
    {
        var files = facts.WorkingFiles.Files is [] ? facts.CommittedFiles.Files : facts.WorkingFiles.Files;
        return ConfigurationDiagnostics.NoVersion(files[0].Path);
    }
}
