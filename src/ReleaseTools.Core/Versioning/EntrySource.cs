namespace ReleaseTools.Versioning;

/// <summary>Where the text of a changelog's entry is from.</summary>
internal enum EntrySource
{
    /// <summary>What the commit says.</summary>
    Commit,

    /// <summary>The title of the pull request, where it is known and one entry tells of it.</summary>
    PullRequest,
}
