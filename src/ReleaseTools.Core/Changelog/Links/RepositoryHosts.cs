using System.Collections.Immutable;

namespace ReleaseTools.Changelog.Links;

/// <summary>The kinds of sites there are.</summary>
internal static class RepositoryHosts
{
    public static ImmutableArray<IRepositoryHost> All { get; } = [new GitHubHost(), new GitLabHost(), new AzureDevOpsHost(), new BitbucketHost()];
}
