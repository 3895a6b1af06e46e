using System.Text.RegularExpressions;
using ReleaseTools.Changelog.Links;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>A repository at GitHub, or at a server of GitHub Enterprise.</summary>
/// <param name="Host">The name of the server, with its port where that is not the usual one.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Name">What it is called.</param>
internal sealed partial record GitHubRepository(string Host, string Owner, string Name)
{
    /// <summary>Where git speaks ssh through a port that firewalls let pass.</summary>
    private const string Ssh = "ssh.github.com";

    private const string DotCom = "github.com";

    /// <summary>Whether GitHub itself runs the server.</summary>
    public bool IsHosted => Host == DotCom || Tenancy.IsMatch(Host);

    /// <summary>Null where the remote is no repository there.</summary>
    public static GitHubRepository? Find(RepositoryLinks? site) =>
        site is { Host: "github" } && new Uri(site.Home) is var home && Path.Match(home.AbsolutePath) is { Success: true } match ? new(Known(home.Authority), match.Groups[1].Value, match.Groups[2].Value) : null;

    public override string ToString() => $"{Owner}/{Name}";

    private static string Known(string authority) => authority.ToLowerInvariant() switch
    {
        Ssh or $"www.{DotCom}" => DotCom,
        var other => other,
    };

    [GeneratedRegex(@"^[a-z0-9-]+\.ghe\.com\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tenancy { get; }

    [GeneratedRegex(@"^/([A-Za-z0-9._-]{1,100})/([A-Za-z0-9._-]{1,100})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path { get; }
}
