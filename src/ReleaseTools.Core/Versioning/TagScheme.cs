using System.Collections.Frozen;
using System.Collections.Immutable;
using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Versioning;

/// <summary>Versions from tags: the release of the commit, or the next prerelease after the one behind it.</summary>
internal static class TagScheme
{
    /// <exception cref="ReleaseException">RT1020 or RT1021: no version follows from these tags.</exception>
    public static CountedVersion Count(VersionFacts facts, VersionOptions options)
    {
        var releases = Releases(facts, options);
        var found = Walk(facts, options, releases).Found;
        var version = TagVersion.After(found, options.Tags, options.Version);

        return new()
        {
            Scheme = VersionScheme.Tags,
            HeightPosition = HeightPosition.None,
            Numbers = new(version.Major, version.Minor, version.Patch, 0),
            Prerelease = version.IsPrerelease ? "-" + version.Release : "",
            BuildMetadata = version.Metadata ?? "",
            Height = found.Height,
            Commit = facts.Head.Id,
            ReleaseTag = found.Tag?.Name,
            IsReleased = found.IsOnStart,
            Remarks = [.. Remarks(facts, options, releases, found, version)],
        };
    }

    /// <exception cref="ReleaseException">RT1020: a path leaves what a shallow clone holds.</exception>
    public static TagWalk Walk(VersionFacts facts, VersionOptions options) => Walk(facts, options, Releases(facts, options));

    private static TagWalk Walk(VersionFacts facts, VersionOptions options, ImmutableArray<ReleaseTag> releases) =>
        TagEngine.Walk(facts.History!.Graph, releases, SemanticVersion.Parse(options.Tags.NoRelease), Relevant(facts), facts.Ci);

    /// <summary>The filters by which commits count: those that are committed.</summary>
    public static PathFilterList? Filters(VersionFacts facts) => VersionFiles.ReadOld(facts.CommittedFiles)?.PathFilters;

    private static ImmutableArray<ReleaseTag> Releases(VersionFacts facts, VersionOptions options) => ReleaseTag.Select(facts.Answers.Tags, options.Tags.Prefix);

    /// <summary>The commits that count by the filters that are committed; null where all do, or none was asked about.</summary>
    private static FrozenSet<CommitId>? Relevant(VersionFacts facts) => Filters(facts) is { } filters ? facts.Answers.Relevant.GetValueOrDefault(filters) : null;

    /// <summary>What is MinVer's answer and may still surprise.</summary>
    private static IEnumerable<Diagnostic> Remarks(VersionFacts facts, VersionOptions options, ImmutableArray<ReleaseTag> releases, TagFinding found, SemanticVersion version)
    {
        if (found is { Tag: { } release, IsOnStart: true } && TagVersion.IsBelow(release.Version, options.Version))
        {
            yield return VersionDiagnostics.BelowFloor(release.Name, options.Version!.ToString());
        }

        // The least version may lift the answer above what is hidden.
        if (found.Tag is { } lower && Hidden(facts.History!.Graph, releases, found) is { } higher && version.CompareTo(higher.Version) < 0)
        {
            yield return VersionDiagnostics.HiddenRelease(higher.Name, lower.Name);
        }

        if (releases is [] && facts.Answers.Tags.FirstOrDefault(tag => ReleaseTag.FindPrefix(tag) is not null) is { } likely)
        {
            yield return VersionDiagnostics.NoTagWithPrefix(options.Tags.Prefix, likely.Name, ReleaseTag.FindPrefix(likely)!);
        }
    }

    /// <summary>The highest release in the history that the walk did not get to, because a lower one was before it.</summary>
    private static ReleaseTag? Hidden(CommitGraph graph, ImmutableArray<ReleaseTag> releases, TagFinding found) => releases
        .Where(release => release.Version.CompareTo(found.Version) > 0 && graph.Find(release.Commit) >= 0)
        .MaxBy(release => release.Version);
}
