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
    public void Only_a_stable_public_release_moves_floating_tags(string spec, bool isPublic, string expected)
    {
        var version = new VersionSnapshot
        {
            Version = new Version(VersionSpec.Read(spec)!.Numbers.Major, 2, 3, 4),
            Options = VersionOptions.Default with { Version = VersionSpec.Read(spec) },
            VersionHeight = 3,
            PublicRelease = isPublic,
            BuildingRef = "refs/heads/main",
            GitCommitId = new string('a', 40),
            GitCommitIdShort = new string('a', 10),
            GitCommitDate = null,
            GitCommitAuthorDate = null,
        };

        Assert.AreEqual(expected, string.Join(' ', ImageTags.For(version)));
    }
}
