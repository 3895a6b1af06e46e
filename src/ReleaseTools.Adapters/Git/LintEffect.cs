using System.Collections.Immutable;
using ReleaseTools.Changelog;
using ReleaseTools.Commits;
using ReleaseTools.Git;
using ReleaseTools.Releasing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Git;

/// <summary>What checked messages do once they are released: to the version, and to the changelog.</summary>
/// <param name="Version">The next version with them.</param>
/// <param name="Lines">What each becomes in the changelog, the newest first; null for one that a changelog leaves out.</param>
internal sealed record LintEffect(RangeEffect Version, ImmutableArray<(string Header, string? Line)> Lines)
{
    /// <summary>The name of a commit that is not made yet.</summary>
    private static readonly CommitId Proposed = new(new string('0', 40));

    /// <param name="folder">A folder of the component that is released.</param>
    /// <param name="range">The commits, or null where the message is no commit's yet; then it comes on top of what is checked out.</param>
    /// <param name="messages">The messages that are checked.</param>
    /// <param name="ci">What CI says.</param>
    public static LintEffect Observe(string folder, CommitRange? range, IReadOnlyList<AuthoredText> messages, CiWord? ci)
    {
        var repository = GitRepository.Open(folder);

        if (range is not null && messages is not [{ Text.Name: SquashMessage.Name }])
        {
            CommitRecord[] commits = [.. CommitReader.Read(repository, range)];
            var next = NextVersionReader.Read(repository, repository.Resolve(range.To).Hash, VersionWish.None, ci);
            return new(RangeEffect.Of(next, commits.Select(commit => commit.Id).ToHashSet()), [.. commits.Select(Line)]);
        }

        // A squashed pull request is built on what it goes to; its own commits disappear.
        var text = string.Join('\n', messages[0].Text.Lines.Select(line => line.Text));
        var commit = new CommitRecord(Proposed, DateTimeOffset.UnixEpoch, [], [], text);
        var below = range?.From is { } target ? repository.Resolve(target).Hash : null;
        return new(RangeEffect.Of(NextVersionReader.ReadWith(repository, below, commit, ci), new HashSet<CommitId> { Proposed }), [Line(commit)]);
    }

    private static (string Header, string? Line) Line(CommitRecord commit)
    {
        var lines = CommitReading.Read(commit.Id, commit.Message, isMerge: commit.IsMerge).Entries.Where(entry => !entry.IsSkipped)
            .Select(entry => new MarkdownList(new ChangelogStyle([]), level: 1, MarkdownList.Usual).Item(entry).ToString().TrimEnd('\n').Replace($" ({Proposed})", "", StringComparison.Ordinal))
            .ToArray();

        return (commit.Message.Split('\n', 2)[0], lines is [] ? null : string.Join('\n', lines));
    }
}
