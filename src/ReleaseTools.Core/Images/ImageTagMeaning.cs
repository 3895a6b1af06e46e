namespace ReleaseTools.Images;

/// <summary>What a tag tells of its image.</summary>
[Flags]
internal enum ImageTagMeaning
{
    /// <summary>Only what its own text says, as <c>latest</c> does.</summary>
    Text = 0,

    Version = 1,

    Commit = 2,

    Branch = 4,

    PullRequest = 8,
}
