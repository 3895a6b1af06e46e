using ReleaseTools.Adapters.GitHub;
using ReleaseTools.Changelog.Links;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Tests;

/// <summary>Which token goes where: as <c>gh</c> chooses them, and never to a server that only a remote names.</summary>
[TestClass]
public sealed class GitHubAccessTests
{
    [TestMethod]
    [DataRow("git@github.com:acme/shop.git", "github.com", "acme/shop")]
    [DataRow("https://x:secret@github.com/acme/shop", "github.com", "acme/shop")]
    [DataRow("ssh://git@ssh.github.com:443/acme/shop.git", "github.com", "acme/shop")]
    [DataRow("https://acme.ghe.com/acme/shop.git", "acme.ghe.com", "acme/shop")]
    [DataRow("https://github.acme.test:8443/acme/shop.git", "github.acme.test:8443", "acme/shop")]
    public void A_remote_names_a_repository(string remote, string host, string name)
    {
        var repository = GitHubRepository.Find(RepositoryLinks.Find(remote))!;

        Assert.AreEqual((host, name), (repository.Host, repository.ToString()));
    }

    [TestMethod]
    [DataRow("git@gitlab.com:acme/shop.git")]
    [DataRow("https://github.com/acme")]
    [DataRow("https://github.com/acme/shop/more")]
    [DataRow("https://github.com/acme/sh%22op")]
    [DataRow("/srv/git/shop.git")]
    public void Another_remote_names_none(string remote) => Assert.IsNull(GitHubRepository.Find(RepositoryLinks.Find(remote)));

    [TestMethod]
    [DataRow("github.com", "GH_TOKEN=a GITHUB_TOKEN=b", "https://api.github.com/graphql a")]
    [DataRow("github.com", "GH_TOKEN= GITHUB_TOKEN=b", "https://api.github.com/graphql b")]
    [DataRow("github.com", "GH_ENTERPRISE_TOKEN=e GITHUB_ENTERPRISE_TOKEN=f", "RT4370")]
    [DataRow("acme.ghe.com", "GITHUB_TOKEN=b", "https://api.acme.ghe.com/graphql b")]
    [DataRow("github.acme.test", "GH_ENTERPRISE_TOKEN=e GITHUB_ENTERPRISE_TOKEN=f GH_HOST=GitHub.acme.test", "https://github.acme.test/api/graphql e")]
    [DataRow("github.acme.test", "GITHUB_ENTERPRISE_TOKEN=f GITHUB_SERVER_URL=https://github.acme.test", "https://github.acme.test/api/graphql f")]
    [DataRow("github.acme.test", "GITHUB_ENTERPRISE_TOKEN=f GITHUB_SERVER_URL=https://github.acme.test GITHUB_GRAPHQL_URL=https://github.acme.test/api/graphql", "https://github.acme.test/api/graphql f")]
    [DataRow("github.acme.test", "GITHUB_ENTERPRISE_TOKEN=f GITHUB_API_URL=https://github.acme.test/api/v3/", "https://github.acme.test/api/graphql f")]
    [DataRow("github.acme.test", "GH_TOKEN=a GH_HOST=github.acme.test", "RT4370")]
    [DataRow("github.evil.test", "GH_TOKEN=a GH_ENTERPRISE_TOKEN=e", "RT4374")]
    [DataRow("github.evil.test", "GH_ENTERPRISE_TOKEN=e GH_HOST=github.acme.test", "RT4374")]
    [DataRow("github.evil.test", "GH_ENTERPRISE_TOKEN=e GITHUB_SERVER_URL=https://github.acme.test GITHUB_GRAPHQL_URL=https://github.acme.test/api/graphql", "RT4374")]
    [DataRow("github.com.evil.test", "GH_TOKEN=a GH_ENTERPRISE_TOKEN=e", "RT4374")]
    [DataRow("a.b.ghe.com", "GH_TOKEN=a", "RT4374")]
    [DataRow("github.com", "GH_TOKEN=a GITHUB_API_URL=https://api.github.com", "https://api.github.com/graphql a")]
    [DataRow("github.com", "GH_TOKEN=a GH_ENTERPRISE_TOKEN=e GITHUB_SERVER_URL=https://github.acme.test GITHUB_GRAPHQL_URL=https://github.acme.test/api/graphql", "https://api.github.com/graphql a")]
    [DataRow("github.com", "GH_TOKEN=a GITHUB_GRAPHQL_URL=https://github.acme.test/api/graphql", "RT4370")]
    [DataRow("github.com", "GH_TOKEN=a GH_ENTERPRISE_TOKEN=e GITHUB_GRAPHQL_URL=https://api.github.com:444/graphql", "https://api.github.com:444/graphql e")]
    [DataRow("github.com", "GH_ENTERPRISE_TOKEN=e GITHUB_GRAPHQL_URL=http://localhost:81/graphql", "http://localhost:81/graphql e")]
    [DataRow("github.com", "GH_ENTERPRISE_TOKEN=e GITHUB_GRAPHQL_URL=http://github.acme.test/api/graphql", "RT4373")]
    [DataRow("github.com", "GH_ENTERPRISE_TOKEN=e GITHUB_GRAPHQL_URL=https://x:y@github.acme.test/api/graphql", "RT4373")]
    [DataRow("github.com", "GH_ENTERPRISE_TOKEN=e GITHUB_GRAPHQL_URL=graphql", "RT4373")]
    [DataRow("github.com", "GH_ENTERPRISE_TOKEN=e GITHUB_GRAPHQL_URL=file:///etc/passwd", "RT4373")]
    public void A_token_goes_to_the_server_it_is_for(string host, string variables, string expected)
    {
        var known = variables.Split(' ').Select(variable => variable.Split('=', 2)).ToDictionary(variable => variable[0], variable => variable[1]);

        Assert.AreEqual(expected, Found(() => GitHubAccess.Find(new(host, "acme", "shop"), known.GetValueOrDefault)));
    }

    [TestMethod]
    [DataRow("ghp_0123\n", "ghp_0123")]
    [DataRow("  ghp_0123\r\n", "ghp_0123")]
    [DataRow("ghp_0123\nX-Evil: 1", "RT4372")]
    [DataRow("ghp_0123\r\nHost: evil.test\r\n", "RT4372")]
    [DataRow("two words", "RT4372")]
    [DataRow("tökén", "RT4372")]
    [DataRow(" \n", "RT4370")]
    public void A_token_is_one_word(string token, string expected) =>
        Assert.AreEqual(expected, Found(() => GitHubAccess.Find(new("github.com", "acme", "shop"), name => name == "GH_TOKEN" ? token : null)).Split(' ')[^1]);

    [TestMethod]
    public void Nothing_that_is_said_of_an_access_holds_its_token()
    {
        var access = GitHubAccess.Find(new("github.com", "acme", "shop"), name => name == "GH_TOKEN" ? "ghp_secret" : null);
        var refused = Assert.ThrowsExactly<ReleaseException>(() => GitHubAccess.Find(new("github.com", "acme", "shop"), name => name == "GH_TOKEN" ? "ghp secret" : null));

        Assert.AreEqual("acme/shop at api.github.com", access.ToString());
        Assert.DoesNotContain("secret", refused.Message);
    }

    private static string Found(Func<GitHubAccess> find)
    {
        try
        {
            return find() is var access ? $"{access.Endpoint.OriginalString} {access.Token}" : "";
        }
        catch (ReleaseException stop)
        {
            return stop.Diagnostics.Single().Code;
        }
    }
}
