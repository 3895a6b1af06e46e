using ReleaseTools.Changelog;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Releasing;

/// <summary>What one commit calls for, as evidence for the next version.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Header">The first line of its message, as its author wrote it.</param>
/// <param name="Type">Its type in lower case, or null where it is not conventional.</param>
/// <param name="Bump">What it raises.</param>
/// <param name="IsBreaking">Whether it says that it breaks something.</param>
/// <param name="Why">In a few words, for people.</param>
internal sealed record CommitCall(CommitId Commit, string Header, string? Type, Bump Bump, bool IsBreaking, string Why)
{
    /// <param name="commit">The commit.</param>
    /// <param name="policy">What a change means.</param>
    /// <param name="major">The major version of the last release.</param>
    /// <param name="ignored">Why the commit does not count, or null where it does.</param>
    /// <param name="speaksByTitle">Whether it is a merge whose title counts, as nothing does that it brought.</param>
    public static CommitCall Of(CommitRecord commit, BumpPolicy policy, int major, string? ignored, bool speaksByTitle = false)
    {
        // The changelog's reading of a commit, so that the version and the changelog never disagree.
        var reading = CommitReading.Read(commit.Id, commit.Message, isMerge: commit.IsMerge);
        var entries = speaksByTitle ? reading.Title : reading.Entries;
        var entry = entries.MaxBy(one => Called(one).Change);
        var isBreaking = entry is { Breaking: not [] };
        var (change, why) = entry is null ? (Bump.None, commit.IsMerge ? "merge" : "not conventional") : Called(entry);

        // What a merge brings speaks for itself.
        var bump = ignored is not null || (entry is null && commit.IsMerge) ? Bump.None : policy.For(change, major);
        return new(commit.Id, FirstLine(commit.Message), entry?.Type, bump, isBreaking, ignored ?? why);
    }

    private static (Bump Change, string Why) Called(ChangelogEntry entry) => entry switch
    {
        { Breaking: not [] } => (Bump.Major, "breaking change"),
        { Type: "feat" } => (Bump.Minor, "feature"),
        { Type: "fix" } => (Bump.Patch, "fix"),
        { Type: "perf" } => (Bump.Patch, "performance"),
        { Type: "revert" } => (Bump.Patch, "takes back what was released"),
        _ => (Bump.None, $"of type {entry.Type}"),
    };

    private static string FirstLine(string message) => message.TrimStart('\r', '\n').Split('\n', 2)[0].TrimEnd();
}
