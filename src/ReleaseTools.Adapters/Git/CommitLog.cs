using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>What <c>git log</c> tells of commits that are known already, in one run and in their order.</summary>
internal static class CommitLog
{
    /// <returns>The records, each of which ends with a NUL.</returns>
    /// <exception cref="ReleaseException">RT1004: git cannot say.</exception>
    public static string[] Read(GitProcess git, IReadOnlyCollection<CommitId> commits, params string[] format) => commits.Count == 0
        ? []
        : Encoding.UTF8.GetString(git.Bytes(string.Concat(commits.Select(commit => commit.Hash + "\n")), ["log", "--no-walk=unsorted", "--stdin", "-z", "--encoding=UTF-8", .. format])).Split('\0')[..^1];
}
