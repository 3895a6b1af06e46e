using NuGet.Versioning;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class TagVersionTests
{
    [TestMethod]
    [DataRow("1.2.3", 0, "1.2.3")]
    [DataRow("1.2.3", 2, "1.2.4-alpha.0.2")]
    [DataRow("1.2.3-rc.1", 2, "1.2.3-rc.1.2")]
    [DataRow("1.2.3+meta", 0, "1.2.3+meta")]
    [DataRow("1.2.3+meta", 1, "1.2.4-alpha.0.1", DisplayName = "a release's metadata is its own")]
    public void A_version_follows_the_release(string release, int height, string expected) =>
        Assert.AreEqual(expected, After(release, height, TagOptions.Default));

    [TestMethod]
    [DataRow(TagIncrement.Minor, "1.3.0-alpha.0.2")]
    [DataRow(TagIncrement.Major, "2.0.0-alpha.0.2")]
    public void The_number_that_goes_up_is_chosen(object increment, string expected) =>
        Assert.AreEqual(expected, After("1.2.3", 2, TagOptions.Default with { AutoIncrement = (TagIncrement)increment }));

    [TestMethod]
    public void The_prerelease_is_chosen_for_finished_releases_only()
    {
        var options = TagOptions.Default with { PrereleaseIdentifiers = "preview" };

        Assert.AreEqual("1.2.4-preview.2", After("1.2.3", 2, options));
        Assert.AreEqual("1.2.3-rc.1.2", After("1.2.3-rc.1", 2, options));
    }

    [TestMethod]
    public void Metadata_is_added_to_that_of_the_release()
    {
        var options = TagOptions.Default with { BuildMetadata = "build.7" };

        Assert.AreEqual("1.2.3+meta.build.7", After("1.2.3+meta", 0, options));
        Assert.AreEqual("1.2.4-alpha.0.1+build.7", After("1.2.3+meta", 1, options));
    }

    [TestMethod]
    public void An_ignored_height_repeats_the_release() =>
        Assert.AreEqual("1.2.3+meta", After("1.2.3+meta", 4, TagOptions.Default with { IgnoreHeight = true }));

    [TestMethod]
    [DataRow("1.2.3", 1, "1.2", "1.2.4-alpha.0.1")]
    [DataRow("1.2.3", 1, "1.3", "1.3.0-alpha.0.1")]
    [DataRow("1.2.3-rc.1", 1, "2.0", "2.0.0-alpha.0.1")]
    [DataRow("1.2.3", 0, "2.0", "1.2.3", DisplayName = "a release on the commit is taken as it is")]
    public void A_version_is_not_below_the_least(string release, int height, string floor, string expected) =>
        Assert.AreEqual(expected, After(release, height, TagOptions.Default, floor));

    [TestMethod]
    public void A_height_that_filters_keep_at_nothing_does_not_make_it_the_released_commit() =>
        Assert.AreEqual("2.0.0-alpha.0", TagVersion.After(Finding("1.2.3", commit: 5, height: 0), TagOptions.Default, VersionSpec.Read("2.0")).ToFullString());

    [TestMethod]
    public void The_highest_number_cannot_go_up() =>
        StringAssert.Contains(Assert.ThrowsExactly<ReleaseException>(() => After("1.2.2147483647", 1, TagOptions.Default)).Message, "RT1021");

    private static string After(string release, int height, TagOptions options, string? floor = null) =>
        TagVersion.After(Finding(release, commit: height, height), options, floor is null ? null : VersionSpec.Read(floor)).ToFullString();

    private static TagFinding Finding(string release, int commit, int height) =>
        new(new(release, new CommitId("a"), SemanticVersion.Parse(release)), SemanticVersion.Parse(release), commit, height);
}
