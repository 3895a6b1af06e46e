namespace ReleaseTools.Versioning.Evidence;

/// <summary>What decided whether a build is for the public.</summary>
internal enum PublicReason
{
    /// <summary>The user said so.</summary>
    UserSaysSo,

    /// <summary>A proposal is never released.</summary>
    PullRequest,

    /// <summary>The release the version comes from is on the commit.</summary>
    Released,

    /// <summary>An expression matches the ref that is built.</summary>
    RefMatches,

    /// <summary>An expression matches a tag on the commit.</summary>
    TagMatches,

    /// <summary>There are expressions, and none matches.</summary>
    NothingMatches,

    /// <summary>version.json has no publicReleaseRefSpec.</summary>
    NoExpression,
}
