using ReleaseTools.Images;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ImageTagsTests
{
    [TestMethod]
    [DataRow("1.2", true, "1.2.3 1.2 1 latest")]
    [DataRow("0.2", true, "0.2.3 0.2 latest", DisplayName = "below 1.0 the major promises nothing")]
    [DataRow("1.2-rc.1", true, "1.2.3-rc.1")]
    [DataRow("1.2", false, "1.2.3-gaaaaaaaaaa")]
    [DataRow("1.2-rc.1+meta", false, "1.2.3-rc.1.gaaaaaaaaaa", DisplayName = "no tag holds a plus sign")]
    public void Only_a_stable_public_release_moves_floating_tags(string spec, bool isPublic, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', ImageTags.For(Snapshot(spec, isPublic))));

    [TestMethod]
    [DataRow("1.2", true, "1.2.3 1.2 1 latest")]
    [DataRow("1.2-rc.1", true, "1.2.3-rc.1")]
    [DataRow("1.2", false, "1.2.3", DisplayName = "counted between tags with ignoreHeight")]
    public void Of_versions_from_tags_only_a_release_moves_floating_tags(string spec, bool isReleased, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', ImageTags.For(Snapshot(spec, isPublic: true) with { Scheme = VersionScheme.Tags, IsReleased = isReleased })));

    private static VersionSnapshot Snapshot(string spec, bool isPublic) => new()
    {
        Scheme = VersionScheme.Height,
        Version = new Version(VersionSpec.Read(spec)!.Numbers.Major, 2, 3, 4),
        PrereleaseVersion = VersionSpec.Read(spec)!.Prerelease,
        Options = VersionOptions.Default with { Version = VersionSpec.Read(spec) },
        VersionHeight = 3,
        PublicRelease = isPublic,
        BuildingRef = "refs/heads/main",
        GitCommitId = new string('a', 40),
        GitCommitIdShort = new string('a', 10),
        VersionCommitId = new string('a', 40),
        VersionCommitIdShort = new string('a', 10),
        GitCommitDate = null,
        GitCommitAuthorDate = null,
    };
}
