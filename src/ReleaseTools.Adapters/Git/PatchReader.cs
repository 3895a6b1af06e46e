using System.Collections.Frozen;
using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;

namespace ReleaseTools.Adapters.Git;

/// <summary>Asks git for the ids of patches, which are equal where commits make the same change.</summary>
internal static class PatchReader
{
    /// <summary>Commits that change nothing have none.</summary>
    /// <exception cref="ReleaseException">RT1004: git cannot say.</exception>
    public static FrozenDictionary<CommitId, string> Read(GitProcess git, IReadOnlyCollection<CommitId> commits)
    {
        if (commits.Count == 0)
        {
            return FrozenDictionary<CommitId, string>.Empty;
        }

        var names = string.Concat(commits.Select(commit => commit.Hash + "\n"));

        // Of the bytes of files nothing is read here: each becomes a character and a byte, or two, again.
        var patches = Encoding.Latin1.GetString(git.Bytes(names, "diff-tree", "--stdin", "--patch", "--root", "--full-index", "--no-ext-diff", "--no-textconv", "--no-renames"));
        var answer = git.Ask(patches, ["patch-id", "--stable"]);

        return answer.ExitCode != 0
            ? throw new ReleaseException(VersionDiagnostics.GitStopped("patch-id", answer.ExitCode, answer.Words))
            : answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).DistinctBy(words => words[1]).ToFrozenDictionary(words => new CommitId(words[1]), words => words[0]);
    }
}
