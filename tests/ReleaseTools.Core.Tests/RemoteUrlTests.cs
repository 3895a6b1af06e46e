using ReleaseTools.Git;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class RemoteUrlTests
{
    [TestMethod]
    [DataRow("https://github.com/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("https://github.com/acme/shop", "https://github.com/acme/shop")]
    [DataRow("https://github.com/acme/shop.git/", "https://github.com/acme/shop")]
    [DataRow("http://git.example.test/acme/shop.git", "https://git.example.test/acme/shop")]
    [DataRow("http://git.example.test:3000/acme/shop.git", "http://git.example.test:3000/acme/shop")]
    [DataRow("https://git.example.test:8443/acme/shop.git", "https://git.example.test:8443/acme/shop")]
    [DataRow("git@github.com:acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("github.com:acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("git@github.com:/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("git@[2001:db8::1]:acme/shop.git", "https://[2001:db8::1]/acme/shop")]
    [DataRow("ssh://git@github.com/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("ssh://git@git.example.test:2222/acme/shop.git", "https://git.example.test/acme/shop")]
    [DataRow("ssh://git@ssh.github.com:443/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("ssh://git@altssh.gitlab.com:443/acme/group/shop.git", "https://gitlab.com/acme/group/shop")]
    [DataRow("ssh://git@altssh.bitbucket.org:443/acme/shop.git", "https://bitbucket.org/acme/shop")]
    [DataRow("git+ssh://git@github.com/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("git://git.example.test/acme/shop.git", "https://git.example.test/acme/shop")]
    [DataRow("https://git.example.test/a/b/c/shop.git", "https://git.example.test/a/b/c/shop")]
    [DataRow("  https://github.com/acme/shop.git\n", "https://github.com/acme/shop")]
    public void A_remote_has_the_address_people_open(string remote, string address) =>
        Assert.AreEqual(address, RemoteUrl.ToHttps(remote));

    [TestMethod]
    [DataRow("https://ada:s3cret@github.com/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("https://s3cret@github.com/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("https://ada:s3@cret@github.com/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("https://github.com/acme/shop.git?token=s3cret", "https://github.com/acme/shop")]
    [DataRow("https://github.com/acme/shop.git#s3cret", "https://github.com/acme/shop")]
    [DataRow("https://ada:s3/cret@github.com/acme/shop.git", "")]
    [DataRow("https://ada:443/s3cret@github.com/acme/shop.git", "")]
    [DataRow("https://ada:443%2Fs3cret@github.com/acme/shop.git", "https://github.com/acme/shop")]
    [DataRow("https://ada:1#s3cret@github.com/acme/shop.git", "")]
    [DataRow("https://ada:1?s3cret@github.com/acme/shop.git", "")]
    [DataRow("ada:s3cret@github.com:acme/shop.git", "")]
    [DataRow("ssh://ada:s3cret@github.com/acme/shop.git", "https://github.com/acme/shop")]
    public void No_secret_of_a_remote_is_ever_part_of_its_address(string remote, string address)
    {
        Assert.AreEqual(address, RemoteUrl.ToHttps(remote));
        Assert.IsFalse(RemoteUrl.ToHttps(remote).Contains("cret", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("/srv/git/shop.git")]
    [DataRow("../shop")]
    [DataRow("./shop:old")]
    [DataRow(@"C:\work\shop")]
    [DataRow("C:/source/shop")]
    [DataRow(@"\\server\share\shop.git")]
    [DataRow("file:///srv/git/shop.git")]
    [DataRow("ext::sh -c something")]
    [DataRow("codecommit::eu-west-1://shop")]
    [DataRow("https://")]
    [DataRow("https://github.com")]
    [DataRow("https://github.com/.git")]
    [DataRow("git@github.com:")]
    public void A_remote_nobody_can_open_has_no_address(string remote) =>
        Assert.AreEqual("", RemoteUrl.ToHttps(remote));
}
