using System.Text.RegularExpressions;
using ReleaseTools.Git;

namespace ReleaseTools.Changelog.Links;

/// <summary>Where people can look at what a changelog speaks of, worked out from the address of the remote; nobody is asked.</summary>
internal sealed partial record RepositoryLinks
{
    private readonly IRepositoryHost _host;
    private readonly string _home;

    private RepositoryLinks(IRepositoryHost host, string home)
    {
        _host = host;
        _home = home;
    }

    /// <param name="remote">As git has it.</param>
    /// <param name="host">The name of its kind, for a server whose address does not say it; or null.</param>
    /// <returns>Null where the remote has no pages, or of a kind nobody knows.</returns>
    public static RepositoryLinks? Find(string? remote, string? host = null)
    {
        if (remote is null || RemoteUrl.ToHttps(remote) is not { Length: > 0 } address)
        {
            return null;
        }

        var url = new Uri(address);

        // A name without a dot is one that somebody's settings of ssh give to a host, and no host of the web.
        if (host is null && !remote.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase) && !url.Host.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        return RepositoryHosts.All
            .Select(one => (Host: one, Home: host is null ? one.Find(url) : one.Name == host ? one.Find(url) ?? url : null))
            .Where(one => one.Home is not null)
            .Select(one => new RepositoryLinks(one.Host, Safe(one.Home!.GetLeftPart(UriPartial.Path).TrimEnd('/'))))
            .FirstOrDefault();
    }

    /// <summary>The name of the kind of site.</summary>
    public string Host => _host.Name;

    /// <summary>The page of the repository itself.</summary>
    public string Home => _home;

    public string Commit(CommitId commit) => _host.Commit(_home, commit.Hash);

    /// <summary>Null where the text is no number of an issue.</summary>
    public string? Issue(string number) => Digits.IsMatch(number) ? _host.Issue(_home, number) : null;

    public string? PullRequest(string number) => Digits.IsMatch(number) ? _host.PullRequest(_home, number) : null;

    /// <summary>What the number behind a first line leads to, which is an issue where pull requests have another sign.</summary>
    public string? Mark(string number, bool isMergeRequest) => isMergeRequest || !_host.HasMergeRequests ? PullRequest(number) : Issue(number);

    /// <summary>Whether <c>owner/name</c> is this repository.</summary>
    public bool IsOwn(string repository) => Uri.UnescapeDataString(new Uri(_home).AbsolutePath).Trim('/').Equals(repository, StringComparison.OrdinalIgnoreCase);

    public string Compare(string from, string to) => _host.Compare(_home, Escaped(from), Escaped(to));

    public string Tag(string tag) => _host.Tag(_home, Escaped(tag));

    /// <summary>Git allows brackets in a tag, which would end a link.</summary>
    private static string Escaped(string name) => Safe(string.Join('/', name.Split('/').Select(Uri.EscapeDataString)));

    private static string Safe(string address) => address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9]{1,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Digits { get; }
}
