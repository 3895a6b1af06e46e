using System.Globalization;
using ReleaseTools.Git;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Cli.Reporting;

/// <summary>A commit in a line: its short hash, its date, and the first line of its message.</summary>
internal static class CommitWords
{
    public static string Tell(VersionExplanation explanation, CommitId commit) => explanation.Answers.Commits.TryGetValue(commit, out var summary)
        ? $"{commit} {summary.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {summary.Subject}"
        : commit.ToString();

    public static string Count(int commits) => commits == 1 ? "1 commit" : $"{commits} commits";
}
