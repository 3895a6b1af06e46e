namespace ReleaseTools.Changelog.Links;

/// <summary>GitHub, and GitHub Enterprise where its name says so.</summary>
internal sealed class GitHubHost : IRepositoryHost
{
    public string Name => "github";

    public Uri? Find(Uri remote) => remote.Host.Contains("github", StringComparison.OrdinalIgnoreCase) || remote.Host.EndsWith(".ghe.com", StringComparison.OrdinalIgnoreCase) ? remote : null;

    public string Commit(string home, string hash) => $"{home}/commit/{hash}";

    /// <summary>GitHub leads from an issue to the pull request of the same number.</summary>
    public string Issue(string home, string number) => $"{home}/issues/{number}";

    public string PullRequest(string home, string number) => $"{home}/pull/{number}";

    public string Compare(string home, string from, string to) => $"{home}/compare/{from}...{to}";

    public string Tag(string home, string tag) => $"{home}/releases/tag/{tag}";
}
