using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class PublishDecisionTests
{
    private const string Ours = "1111111111111111111111111111111111111111";
    private const string Other = "2222222222222222222222222222222222222222";

    [TestMethod]
    public void Where_there_is_nothing_yet_the_image_is_pushed() => Assert.AreEqual(new PublishDecision(null, null), Decide());

    [TestMethod]
    public void An_image_of_this_commit_for_all_platforms_is_kept()
    {
        var there = Image("a.example.test", Ours);

        Assert.AreSame(there, Decide(there).Kept);
    }

    [TestMethod]
    public void The_first_registry_that_has_it_counts()
    {
        var second = Image("b.example.test", Ours);

        Assert.AreSame(second, Decide(Image("a.example.test", Ours, "linux/amd64"), second, Image("c.example.test", Ours)).Kept);
    }

    [TestMethod]
    public void An_image_that_lacks_a_platform_is_pushed_anew() => Assert.IsNull(Decide(Image("a.example.test", Ours, "linux/amd64")).Kept);

    [TestMethod]
    public void An_image_of_another_commit_is_pushed_over() => Assert.IsNull(Decide(Image("a.example.test", Other)).Kept);

    [TestMethod]
    public void A_released_tag_is_never_given_another_commit()
    {
        var refused = Assert.ThrowsExactly<ReleaseException>(() => PublishDecision.Decide(Wanted(isReleased: true), [Image("a.example.test", Ours), Image("b.example.test", Other)]));

        Assert.AreEqual("RT7033", refused.Diagnostics.Single().Code);
        StringAssert.Contains(refused.Message, "'b.example.test/acme/shop:1.2.3' is a release already, of commit '2222222', and this is '1111111'.");
    }

    [TestMethod]
    [DataRow("linux/amd64", "1.2.3", "for linux/amd64, and this is for linux/amd64, linux/arm64.")]
    [DataRow("linux/amd64 linux/arm64", "1.2.2", "with version '1.2.2' in its labels, and this has '1.2.3'.")]
    public void A_released_tag_is_never_given_another_content_of_its_commit(string platforms, string version, string words)
    {
        var there = Image("a.example.test", Ours, platforms, version: version);

        var refused = Assert.ThrowsExactly<ReleaseException>(() => PublishDecision.Decide(Wanted(isReleased: true), [there]));

        Assert.AreEqual("RT7033", refused.Diagnostics.Single().Code);
        StringAssert.Contains(refused.Message, $"'a.example.test/acme/shop:1.2.3' is a release already, {words}");
    }

    [TestMethod]
    [DataRow(false, "the working tree has changes that are not committed")]
    [DataRow(null, "the working tree could not be compared with its commit")]
    public void A_release_that_is_there_whole_is_kept_whatever_the_files_are(bool? isClean, string words)
    {
        var (there, wanted) = (Image("a.example.test", Ours), Wanted(isReleased: true, isClean));

        Assert.AreEqual(new PublishDecision(there, null), PublishDecision.Decide(wanted, [there]));
        Assert.AreEqual(words, wanted.TreeWords);
        Assert.AreEqual("RT7034", Assert.ThrowsExactly<ReleaseException>(() => PublishDecision.Decide(wanted, [there, Image("b.example.test", Ours, salt: "x")])).Diagnostics.Single().Code);
    }

    [TestMethod]
    [DataRow(Ours, "of commit '1111111', and this does not say in its label 'revision' which commit it is of.")]
    [DataRow("", "and says no commit, and this does not say in its label 'revision' which commit it is of.")]
    public void A_release_that_says_no_commit_is_pushed_over_nothing(string revision, string words)
    {
        var wanted = Wanted(isReleased: true) with { Revision = "" };

        var refused = Assert.ThrowsExactly<ReleaseException>(() => PublishDecision.Decide(wanted, [Image("a.example.test", revision)]));

        Assert.AreEqual("RT7033", refused.Diagnostics.Single().Code);
        StringAssert.Contains(refused.Message, $"'a.example.test/acme/shop:1.2.3' is a release already, {words}");
        Assert.AreEqual(new PublishDecision(null, null), PublishDecision.Decide(wanted, []));
        Assert.AreEqual(new PublishDecision(null, null), PublishDecision.Decide(wanted with { IsReleased = false }, [Image("a.example.test", revision)]));
    }

    [TestMethod]
    public void A_release_of_fewer_platforms_than_are_there_is_kept()
    {
        var there = Image("a.example.test", Ours, "linux/amd64 linux/arm64 windows/amd64");

        Assert.AreSame(there, PublishDecision.Decide(Wanted(isReleased: true), [there]).Kept);
    }

    [TestMethod]
    [DataRow("1.2.3", true, "1.2.3", true)]
    [DataRow("1.2.3", true, "v1.2.3", true)]
    [DataRow("1.2.3", true, "mine", false)]
    [DataRow("1.2.3", false, "1.2.3", false)]
    [DataRow("1.2.3-beta", true, "1.2.3-beta", false)]
    [DataRow("", true, "", false)]
    public void A_stable_version_that_is_public_or_given_is_guarded_under_its_own_tag(string version, bool isPublic, string tag, bool isGuarded) =>
        Assert.AreEqual(isGuarded, GuardedRelease.Is(version, isPublic, tag));

    [TestMethod]
    public void Two_pushes_of_one_release_are_not_made_one_behind_the_users_back()
    {
        var refused = Assert.ThrowsExactly<ReleaseException>(() =>
            PublishDecision.Decide(Wanted(isReleased: true), [Image("a.example.test", Ours), Image("b.example.test", Ours), Image("c.example.test", Ours, salt: "x")]));

        Assert.AreEqual("RT7034", refused.Diagnostics.Single().Code);
        StringAssert.Contains(refused.Message, "'c.example.test/acme/shop:1.2.3'");
    }

    [TestMethod]
    public void Files_that_are_not_the_commits_are_pushed_again()
    {
        var there = Image("a.example.test", Ours);

        Assert.AreEqual(new PublishDecision(null, there), PublishDecision.Decide(Wanted(isClean: false), [there]));
    }

    [TestMethod]
    public void An_unknown_platform_is_served_by_no_image() =>
        Assert.IsNull(PublishDecision.Decide(Wanted() with { Platforms = [new("plan9-x64", "")] }, [Image("a.example.test", Ours)]).Kept);

    private static PublishDecision Decide(params ImmutableArray<FoundImage> found) => PublishDecision.Decide(Wanted(), found);

    private static WantedImage Wanted(bool isReleased = false, bool? isClean = true) =>
        new("1.2.3", [new("linux", "amd64"), new("linux", "arm64")], Ours, "1.2.3", isReleased, isClean);

    private static FoundImage Image(string registry, string revision, string platforms = "linux/amd64 linux/arm64", string salt = "", string version = "1.2.3") => new(
        ImagePlace.Parse(registry, "acme/shop"),
        ImageManifest.Parse("application/vnd.oci.image.index.v1+json", Encoding.UTF8.GetBytes($$"""{ "manifests": [], "x": "{{revision}}{{platforms}}{{salt}}" }""")),
        [.. platforms.Split(' ').Select(platform => ImageConfiguration.Parse(Encoding.UTF8.GetBytes($$$"""
            { "os": "{{{platform.Split('/')[0]}}}", "architecture": "{{{platform.Split('/')[1]}}}",
              "config": { "Labels": { "org.opencontainers.image.version": "{{{version}}}", "org.opencontainers.image.revision": "{{{revision}}}" } } }
            """)))]);
}
