using System.Text.RegularExpressions;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>Where a repository's questions go and with whose rights, as the environment says it: by the names and rules of GitHub's own command line.</summary>
internal sealed partial class GitHubAccess
{
    private GitHubAccess(GitHubRepository repository, Uri endpoint, string token, string origin)
    {
        Repository = repository;
        Endpoint = endpoint;
        Token = token;
        Origin = origin;
    }

    public GitHubRepository Repository { get; }

    /// <summary>The one address that is spoken to.</summary>
    public Uri Endpoint { get; }

    /// <summary>For that address and nowhere else.</summary>
    public string Token { get; }

    /// <summary>The variable that holds the token.</summary>
    public string Origin { get; }

    /// <exception cref="ReleaseException">RT4370, RT4372, RT4373 or RT4374: there is no token, or it may not go there.</exception>
    public static GitHubAccess Find(GitHubRepository repository, Func<string, string?> variable)
    {
        var endpoint = Named(repository, variable) ?? Usual(repository, variable);
        string[] origins = IsHosted(endpoint) ? ["GH_TOKEN", "GITHUB_TOKEN"] : ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"];
        var origin = origins.FirstOrDefault(name => !string.IsNullOrWhiteSpace(variable(name))) ?? throw new ReleaseException(OnlineDiagnostics.NoToken(endpoint.Authority, origins));

        // A secret that was pasted has a line end behind it often enough.
        return variable(origin)!.Trim() is var token && Printable.IsMatch(token)
            ? new(repository, endpoint, token, origin)
            : throw new ReleaseException(OnlineDiagnostics.NotAToken(origin));
    }

    public override string ToString() => $"{Repository} at {Endpoint.Authority}";

    /// <summary>What CI says of the server it belongs to says nothing of another one.</summary>
    private static Uri? Named(GitHubRepository repository, Func<string, string?> variable)
    {
        if (variable("GITHUB_SERVER_URL") is { Length: > 0 } server && !IsAt(server, repository.Host))
        {
            return null;
        }

        return variable("GITHUB_GRAPHQL_URL") is { Length: > 0 } named ? Checked("GITHUB_GRAPHQL_URL", named)
            : variable("GITHUB_API_URL") is { Length: > 0 } api ? Checked("GITHUB_API_URL", ApiVersion.Replace(api.TrimEnd('/'), "") + "/graphql")
            : null;
    }

    /// <summary>A token for a server of one's own goes only to one that the environment names, whatever the remote's address says.</summary>
    private static Uri Usual(GitHubRepository repository, Func<string, string?> variable) =>
        repository.IsHosted ? new($"https://api.{repository.Host}/graphql")
        : IsAt(variable("GITHUB_SERVER_URL"), repository.Host) || repository.Host.Equals(variable("GH_HOST"), StringComparison.OrdinalIgnoreCase) ? new($"https://{repository.Host}/api/graphql")
        : throw new ReleaseException(OnlineDiagnostics.UnknownServer(repository.Host));

    private static Uri Checked(string name, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw new ReleaseException(OnlineDiagnostics.NotAnAddress(name));

    private static bool IsHosted(Uri endpoint) => endpoint.IsDefaultPort && endpoint.Host.StartsWith("api.", StringComparison.OrdinalIgnoreCase) && new GitHubRepository(endpoint.Host["api.".Length..].ToLowerInvariant(), "", "").IsHosted;

    private static bool IsAt(string? server, string host) => Uri.TryCreate(server, UriKind.Absolute, out var url) && url.Authority.Equals(host, StringComparison.OrdinalIgnoreCase);

    /// <summary>A server of GitHub Enterprise has its REST API at <c>/api/v3</c>.</summary>
    [GeneratedRegex(@"/v3\z", RegexOptions.CultureInvariant)]
    private static partial Regex ApiVersion { get; }

    [GeneratedRegex(@"^[\x21-\x7E]{1,1000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Printable { get; }
}
