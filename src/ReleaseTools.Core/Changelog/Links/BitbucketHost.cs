namespace ReleaseTools.Changelog.Links;

/// <summary>Bitbucket Cloud. Its comparisons name the newer end first.</summary>
internal sealed class BitbucketHost : IRepositoryHost
{
    public string Name => "bitbucket";

    public Uri? Find(Uri remote) => remote.Host.Equals("bitbucket.org", StringComparison.OrdinalIgnoreCase) ? remote : null;

    public string Commit(string home, string hash) => $"{home}/commits/{hash}";

    public string Issue(string home, string number) => $"{home}/issues/{number}";

    public string PullRequest(string home, string number) => $"{home}/pull-requests/{number}";

    public string Compare(string home, string from, string to) => $"{home}/branches/compare/{to}%0D{from}";

    public string Tag(string home, string tag) => $"{home}/src/{tag}";
}
