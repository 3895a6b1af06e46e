using ReleaseTools.Diagnostics;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class PublicReleaseTests
{
    [TestMethod]
    [DataRow("^refs/heads/main$", "refs/heads/main", true)]
    [DataRow("main", "refs/heads/not-main-either", true, DisplayName = "expressions are not anchored by themselves")]
    [DataRow("^refs/heads/main$", "refs/heads/main2", false)]
    [DataRow("^refs/heads/main$", "0123456789012345678901234567890123456789", false, DisplayName = "a detached head is no branch")]
    public void A_ref_that_matches_is_public(string expression, string reference, bool expected) =>
        Assert.AreEqual(expected, PublicRelease.Decide([expression], reference, []));

    [TestMethod]
    public void A_tag_on_the_commit_is_asked_only_where_an_expression_speaks_of_tags()
    {
        Assert.IsTrue(PublicRelease.Decide([@"^refs/tags/v\d"], "refs/heads/main", ["refs/tags/v1.0"]));
        Assert.IsFalse(PublicRelease.Decide([@"refs/tags/v\d"], "refs/heads/main", ["refs/tags/v1.0"]));
        Assert.IsTrue(PublicRelease.Decide(["^refs/tags/x", "nightly"], "refs/heads/main", ["refs/tags/nightly"]));
    }

    [TestMethod]
    public void Nothing_is_public_without_an_expression() => Assert.IsFalse(PublicRelease.Decide([], "refs/heads/main", []));

    [TestMethod]
    public void An_expression_without_end_is_given_up() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => PublicRelease.Decide(["/(a+)+$"], $"refs/heads/{new string('a', 64)}/", [])).Message,
        "RT2011");
}
