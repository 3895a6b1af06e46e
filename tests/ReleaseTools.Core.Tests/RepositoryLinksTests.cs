using ReleaseTools.Changelog.Links;
using ReleaseTools.Git;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class RepositoryLinksTests
{
    private static readonly CommitId Commit = new(new string('a', 40));

    [TestMethod]
    public void Every_kind_of_site_of_the_folder_is_listed() => CollectionAssert.AreEquivalent(
        typeof(IRepositoryHost).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRepositoryHost))).ToArray(),
        RepositoryHosts.All.Select(host => host.GetType()).ToArray());

    [TestMethod]
    [DataRow("git@github.com:acme/shop.git", "https://github.com/acme/shop/compare/v1.0.0...v1.1.0", "https://github.com/acme/shop/releases/tag/v1.0.0", "https://github.com/acme/shop/pull/7")]
    [DataRow("https://github.example.test/acme/shop", "https://github.example.test/acme/shop/compare/v1.0.0...v1.1.0", "https://github.example.test/acme/shop/releases/tag/v1.0.0", "https://github.example.test/acme/shop/pull/7")]
    [DataRow("git@gitlab.com:acme/group/shop.git", "https://gitlab.com/acme/group/shop/-/compare/v1.0.0...v1.1.0", "https://gitlab.com/acme/group/shop/-/tags/v1.0.0", "https://gitlab.com/acme/group/shop/-/merge_requests/7")]
    [DataRow("git@bitbucket.org:acme/shop.git", "https://bitbucket.org/acme/shop/branches/compare/v1.1.0%0Dv1.0.0", "https://bitbucket.org/acme/shop/src/v1.0.0", "https://bitbucket.org/acme/shop/pull-requests/7")]
    [DataRow("git@ssh.dev.azure.com:v3/acme/web/shop", "https://dev.azure.com/acme/web/_git/shop/branchCompare?baseVersion=GTv1.0.0&targetVersion=GTv1.1.0", "https://dev.azure.com/acme/web/_git/shop?version=GTv1.0.0", "https://dev.azure.com/acme/web/_git/shop/pullrequest/7")]
    [DataRow("https://acme@dev.azure.com/acme/web/_git/shop", "https://dev.azure.com/acme/web/_git/shop/branchCompare?baseVersion=GTv1.0.0&targetVersion=GTv1.1.0", "https://dev.azure.com/acme/web/_git/shop?version=GTv1.0.0", "https://dev.azure.com/acme/web/_git/shop/pullrequest/7")]
    [DataRow("https://acme.visualstudio.com/web/_git/shop", "https://acme.visualstudio.com/web/_git/shop/branchCompare?baseVersion=GTv1.0.0&targetVersion=GTv1.1.0", "https://acme.visualstudio.com/web/_git/shop?version=GTv1.0.0", "https://acme.visualstudio.com/web/_git/shop/pullrequest/7")]
    public void A_remote_says_where_its_pages_are(string remote, string compare, string tag, string pullRequest)
    {
        var links = RepositoryLinks.Find(remote)!;

        Assert.AreEqual(compare, links.Compare("v1.0.0", "v1.1.0"));
        Assert.AreEqual(tag, links.Tag("v1.0.0"));
        Assert.AreEqual(pullRequest, links.PullRequest("7"));
        StringAssert.EndsWith(links.Commit(Commit), Commit.Hash);
    }

    [TestMethod]
    [DataRow("https://git.example.test/acme/shop.git")]
    [DataRow("/srv/git/github/shop.git")]
    [DataRow("git@github-work:acme/shop.git")]
    [DataRow("https://dev.azure.com/acme")]
    [DataRow(null)]
    public void Where_nobody_knows_the_pages_there_are_no_links(string? remote) => Assert.IsNull(RepositoryLinks.Find(remote));

    [TestMethod]
    [DataRow("git@gitlab-work:acme/shop.git", "gitlab", "https://gitlab-work/acme/shop/-/issues/7")]
    [DataRow("https://gitlab/acme/shop.git", null, "https://gitlab/acme/shop/-/issues/7")]
    public void A_host_without_a_dot_is_one_of_the_web_where_it_is_said(string remote, string? host, string issue) => Assert.AreEqual(issue, RepositoryLinks.Find(remote, host)!.Issue("7"));

    [TestMethod]
    public void A_server_of_ones_own_is_of_the_kind_that_is_said() =>
        Assert.AreEqual("https://git.example.test/acme/shop/-/issues/7", RepositoryLinks.Find("https://git.example.test/acme/shop.git", "gitlab")!.Issue("7"));

    [TestMethod]
    [DataRow("v1)(x")]
    [DataRow("v1 x")]
    [DataRow("shop/v1#x")]
    [DataRow("v1\"><b>")]
    public void No_tag_breaks_out_of_a_link(string tag)
    {
        var link = RepositoryLinks.Find("git@github.com:acme/shop.git")!.Tag(tag);

        Assert.IsFalse(link.Any(unit => unit is ' ' or '(' or ')' or '<' or '>' or '"' or '#'), link);
    }

    [TestMethod]
    [DataRow("7)")]
    [DataRow("")]
    [DataRow("PROJ-7")]
    public void What_is_no_number_is_no_issue(string text) => Assert.IsNull(RepositoryLinks.Find("git@github.com:acme/shop.git")!.Issue(text));
}
