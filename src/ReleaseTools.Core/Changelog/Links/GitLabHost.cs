namespace ReleaseTools.Changelog.Links;

/// <summary>GitLab, and any server with its name in it.</summary>
internal sealed class GitLabHost : IRepositoryHost
{
    public string Name => "gitlab";

    public Uri? Find(Uri remote) => remote.Host.Contains("gitlab", StringComparison.OrdinalIgnoreCase) ? remote : null;

    public string Commit(string home, string hash) => $"{home}/-/commit/{hash}";

    public string Issue(string home, string number) => $"{home}/-/issues/{number}";

    public bool HasMergeRequests => true;

    public string PullRequest(string home, string number) => $"{home}/-/merge_requests/{number}";

    public string Compare(string home, string from, string to) => $"{home}/-/compare/{from}...{to}";

    public string Tag(string home, string tag) => $"{home}/-/tags/{tag}";
}
