using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionQueryTests
{
    /// <summary>Begins with 0x77 0x29: 30505, or 10615 the other way round.</summary>
    private static readonly CommitId Commit = new("77299c063a" + new string('0', 30));

    [TestMethod]
    [DataRow("1.4", 7, "1.4.7")]
    [DataRow("1.4", 7, "v1.4.7")]
    [DataRow("1.4", 7, "1.4.7.30505")]
    [DataRow("1.4", 7, "1.4.7.10615")]
    [DataRow("1.4", 7, "1.4.7-g77299c063a")]
    [DataRow("1.4", 7, "1.4.7+77299c063a")]
    [DataRow("1.4", 7, "1.4+77299c063a")]
    [DataRow("1.4", 0, "1.4.0")]
    [DataRow("1.4-beta", 7, "1.4.7")]
    [DataRow("1.4-beta", 7, "1.4.7-beta")]
    [DataRow("1.4-beta", 7, "1.4.7-BETA.G7729")]
    [DataRow("1.4-beta", 7, "1.4.7-beta.g77299c063a")]
    [DataRow("1.4-beta", 7, "1.4.7-beta-g77299c063a")]
    [DataRow("1.4-beta", 7, "1.4.7-beta-77299c063a")]
    [DataRow("1.4-beta", 7, "1.4.7-beta+77299c063a.ci")]
    [DataRow("1.4-beta.2", 7, "1.4.7-beta-0002-g77299c063a")]
    [DataRow("1.4.0", 7, "1.4.0.7")]
    [DataRow("1.4.0", 7, "1.4.0-g77299c063a")]
    [DataRow("1.4.0-rc.{height}", 7, "1.4.0-rc.7")]
    [DataRow("1.4-rc.{height}", 7, "1.4.0-rc.7.g77299c063a")]
    [DataRow("1.4-rc.{height}", 7, "1.4")]
    [DataRow("1.4.0.9", 0, "1.4.0.9")]
    public void A_version_leads_back_to_its_commit(string written, int height, string asked) => Assert.IsTrue(IsMade(written, height, asked));

    [TestMethod]
    [DataRow("1.4", 7, "1.4.6")]
    [DataRow("1.4", 7, "1.4")]
    [DataRow("1.4", 7, "1.4.7.30506")]
    [DataRow("1.4", 7, "1.4.7-beta")]
    [DataRow("1.4", 7, "1.4.7-gabcdef0123")]
    [DataRow("1.4", 7, "1.4.7+abcdef0123")]
    [DataRow("1.4", 7, "1.4.7-g77")]
    [DataRow("1.4-beta", 7, "1.4.7-alpha")]
    [DataRow("1.4-beta", 7, "1.4.7-beta.2")]
    [DataRow("1.4.0", 7, "1.4.0")]
    [DataRow("1.4.0", 7, "1.4.0.8")]
    [DataRow("1.4.0-rc.{height}", 7, "1.4.0-rc.8")]
    [DataRow("1.4.0.9", 0, "1.4.0.8")]
    public void Another_version_does_not(string written, int height, string asked) => Assert.IsFalse(IsMade(written, height, asked));

    [TestMethod]
    [DataRow("")]
    [DataRow("1")]
    [DataRow("1.2.3.4.5")]
    [DataRow("1.2.x")]
    [DataRow("1.99999999999")]
    [DataRow("1.2.3-ä")]
    [DataRow("1.2.3 ")]
    public void What_is_no_version_is_refused(string text) =>
        Assert.AreEqual("RT1072", Assert.ThrowsExactly<ReleaseException>(() => VersionQuery.Parse(text)).Diagnostics[0].Code);

    [TestMethod]
    public void A_height_that_no_version_can_hold_makes_none() =>
        Assert.IsNull(MadeVersion.Of(Commit, VersionOptions.Default with { Version = VersionSpec.Read("1.4") }, 65535, Commit));

    [TestMethod]
    public void The_commit_that_stands_in_a_version_leads_to_the_one_that_makes_it()
    {
        var named = new CommitId("beef" + new string('0', 36));
        var made = MadeVersion.Of(Commit, VersionOptions.Default with { Version = VersionSpec.Read("1.4") }, 7, named)!;

        Assert.IsTrue(VersionQuery.Parse("1.4.7.48879").Names(made));
        Assert.IsTrue(VersionQuery.Parse("1.4.7-gbeef000000").Names(made));
        Assert.IsFalse(VersionQuery.Parse($"1.4.7-g{Commit.Hash[..10]}").Names(made));
    }

    private static bool IsMade(string written, int height, string asked)
    {
        var query = VersionQuery.Parse(asked);
        var options = VersionOptions.Default with { Version = VersionSpec.Read(written) };
        return query.MayComeFrom(options) && query.Names(MadeVersion.Of(Commit, options, height, Commit)!);
    }
}
