using System.Collections.Frozen;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Releasing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>Looks at a repository for the facts the next version follows from: its tags, and the commits since the last release.</summary>
internal static class NextVersionReader
{
    /// <param name="repository">Opened at the project's folder: the settings of the nearest version file above it hold.</param>
    /// <param name="commit">What would be released; null for what is checked out.</param>
    /// <param name="wish">What the user asks for.</param>
    /// <param name="ci">What CI says, for the advice where the clone is cut off.</param>
    /// <exception cref="ReleaseException">RT103…: a version is asked for that cannot be, or the clone does not hold the whole history.</exception>
    public static NextVersion Read(GitRepository repository, string? commit, VersionWish wish, CiWord? ci = null) => NextVersionCalculator.Compute(Observe(repository, commit, ci), wish);

    /// <summary>As <see cref="Read"/>, of what would come of one more commit.</summary>
    /// <param name="repository">Opened at the project's folder.</param>
    /// <param name="commit">What it would be built on.</param>
    /// <param name="proposed">The commit. It touches whatever counts.</param>
    /// <param name="ci">What CI says.</param>
    public static NextVersion ReadWith(GitRepository repository, string? commit, CommitRecord proposed, CiWord? ci = null)
    {
        var facts = Observe(repository, commit, ci);
        return NextVersionCalculator.Compute(facts with { Commits = facts.Commits.Insert(0, proposed), Relevant = facts.Relevant?.Append(proposed.Id).ToFrozenSet() }, VersionWish.None);
    }

    private static NextVersionFacts Observe(GitRepository repository, string? commit, CiWord? ci)
    {
        var head = repository.ReadHead(commit);
        RefuseCut(repository, head.Id, ci);
        var options = VersionReader.ReadOptions(repository, head) ?? VersionOptions.Default;
        var tags = ReleaseTag.Select(repository.ReadTags(), options.Tags.Prefix);
        var behind = repository.ReadTagsBehind(head.Id).ToFrozenSet();
        var released = tags.RemoveAll(tag => !behind.Contains(tag.Name));
        var last = NextVersionFacts.LastOf(released);

        return new()
        {
            Tags = tags,
            Released = released,
            Commits = [.. CommitReader.Read(repository, new CommitRange(last?.Commit.Hash, head.Id.Hash))],
            Relevant = options.PathFilters is { } filters ? repository.FindRelevant(head.Id, filters, last?.Commit) : null,
            Options = options,
        };
    }

    /// <summary>The highest release counts, wherever it lies, so a release within the clone does not make up for what is behind its end.</summary>
    private static void RefuseCut(GitRepository repository, CommitId commit, CiWord? ci)
    {
        if (repository.Boundary().Count > 0 && repository.ReadGraph(commit) is { FirstCut: >= 0 and var cut } graph)
        {
            throw new ReleaseException(ReleaseDiagnostics.ReleasesAreCut(graph.Id(cut), ci?.WholeHistory));
        }
    }
}
