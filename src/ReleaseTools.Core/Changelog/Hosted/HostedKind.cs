namespace ReleaseTools.Changelog.Hosted;

/// <summary>What a number names at the site that hosts a repository.</summary>
internal enum HostedKind
{
    Issue,
    PullRequest,
}
