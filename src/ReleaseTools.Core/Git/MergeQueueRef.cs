namespace ReleaseTools.Git;

/// <summary>The branches of GitHub's merge queue, <c>gh-readonly-queue/main/pr-104-…</c>, which name the commit they begin at.</summary>
internal static class MergeQueueRef
{
    private const string Folder = "gh-readonly-queue/";
    private const string Heads = "refs/heads/";

    /// <summary>The commit the queue builds on; null for any other ref.</summary>
    public static CommitId? FindBase(string? reference)
    {
        var name = reference is null ? "" : reference.StartsWith(Heads, StringComparison.Ordinal) ? reference[Heads.Length..] : reference;
        return name.StartsWith(Folder, StringComparison.Ordinal) && name.Contains("/pr-", StringComparison.Ordinal) ? CommitId.Read(name[(name.LastIndexOf('-') + 1)..]) : null;
    }
}
