namespace ReleaseTools.Changelog.Links;

/// <summary>Azure DevOps, whose remotes of ssh have another address than its pages.</summary>
internal sealed class AzureDevOpsHost : IRepositoryHost
{
    private const string OldDomain = ".visualstudio.com";

    public string Name => "azure";

    public Uri? Find(Uri remote)
    {
        var parts = remote.AbsolutePath.Trim('/').Split('/');
        var isOldSsh = remote.Host.Equals("vs-ssh.visualstudio.com", StringComparison.OrdinalIgnoreCase);

        return remote.Host.Equals("ssh.dev.azure.com", StringComparison.OrdinalIgnoreCase) || isOldSsh
            ? parts is ["v3", var organisation, var project, var repository] ? new Uri($"https://dev.azure.com/{organisation}/{project}/_git/{repository}") : null
            : remote.Host.Equals("dev.azure.com", StringComparison.OrdinalIgnoreCase) || remote.Host.EndsWith(OldDomain, StringComparison.OrdinalIgnoreCase)
                ? parts.Contains("_git") ? remote : null
                : null;
    }

    public string Commit(string home, string hash) => $"{home}/commit/{hash}";

    /// <summary>Work items belong to the project, not to one of its repositories.</summary>
    public string Issue(string home, string number) => $"{home[..home.IndexOf("/_git/", StringComparison.Ordinal)]}/_workitems/edit/{number}";

    public bool HasMergeRequests => true;

    public string PullRequest(string home, string number) => $"{home}/pullrequest/{number}";

    /// <summary>What is not released has no tag to compare with; the default branch is taken where nothing is said.</summary>
    public string Compare(string home, string from, string to) => $"{home}/branchCompare?baseVersion=GT{from}{(to == "HEAD" ? "" : $"&targetVersion=GT{to}")}";

    public string Tag(string home, string tag) => $"{home}?version=GT{tag}";
}
