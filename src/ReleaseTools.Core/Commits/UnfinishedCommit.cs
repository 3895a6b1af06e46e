namespace ReleaseTools.Commits;

/// <summary>The messages by which git knows a commit that a rebase is to put into another one.</summary>
internal static class UnfinishedCommit
{
    private static readonly string[] Starts = ["fixup!", "squash!", "amend!"];

    public static bool Is(CommitText text) => text.Lines is [var header, ..] && Starts.Any(start => header.Text.StartsWith(start, StringComparison.Ordinal));
}
