using ReleaseTools.Images;
using ReleaseTools.Stamping;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class OwnImageTests
{
    [TestMethod]
    [DataRow("web", "1.4.0", "curl http://web:8080 and https://web:1.2.3 and http://web:1.2.3/ and npm run web:build, web:8080, web:TAG", "")]
    [DataRow("web", "1.4.0", "web:1.3.0 web:1.3 web:1 web:v1.3.0", "1.3.0 1.3 v1.3.0", DisplayName = "one number behind one word may be a port")]
    [DataRow("acme/api", "1.4.0", "acme/api:TAG acme/api:main acme/api:edge acme/api:1a2b3c4 acme/api:sha-12", "", DisplayName = "words promise no version")]
    [DataRow("acme/api", "1.4.0", "acme/api:2 acme/api:1.3 acme/api:1.4 acme/api:1 acme/api:1.3.0 docker://ghcr.io/acme/api:1.2.0", "2 1.3 1.3.0 1.2.0")]
    [DataRow("acme/api", "1.4.2-gaff80", "acme/api:latest acme/api:1 acme/api:1.3 acme/api:v1.4 acme/api:1.4.2", "1.4.2", DisplayName = "no floating tag moves before a release")]
    [DataRow("acme/api", "1.4.0", "acme/api:1.4.0-alpine acme/api:1.4-slim acme/api:1.3.0-alpine acme/api:1.4.0-rc.1", "1.3.0-alpine 1.4.0-rc.1", DisplayName = "a variant of what is published")]
    [DataRow("acme/api", "1.4.0", "acme/api:1.3.0 x-release-keep\nacme/api:1.2.0\n", "1.2.0")]
    public void Only_a_version_that_is_not_published_is_a_stray_tag(string image, string version, string text, string expected)
    {
        var source = SourceText.From("README.md", text);
        var strays = new OwnImage(image, StampVersion.Parse(version)).StraysIn(source, null, _ => false);

        Assert.AreEqual(expected, string.Join(' ', strays.Select(stray => stray.Complaint.Message.Split('\'')[3])));
    }

    [TestMethod]
    [DataRow("acme/api:1.3.0", "Name one of them, list this file under 'releaseTools.stamp' with \"image\": \"acme/api\", or write 'x-release-keep'")]
    [DataRow("acme/api:1.3", "Name one of them, or write 'x-release-keep'")]
    [DataRow("acme/api:1.3.0-alpine", "Name one of them, or write 'x-release-keep'")]
    public void The_advice_names_an_entry_only_where_one_would_stamp_the_tag(string text, string advice)
    {
        var (_, complaint) = new OwnImage("acme/api", StampVersion.Parse("1.4.0")).StraysIn(SourceText.From("README.md", text), null, _ => false).Single();

        StringAssert.Contains(complaint.Message, advice);
    }

    [TestMethod]
    public void Of_many_stray_tags_on_one_line_twenty_are_told_and_the_rest_is_counted()
    {
        var source = SourceText.From("README.md", string.Concat(Enumerable.Repeat("acme/api:1.3.0 ", 200_000)));
        var strays = new OwnImage("acme/api", StampVersion.Parse("1.4.0")).StraysIn(source, null, start => start == 9).ToArray();

        Assert.HasCount(21, strays);
        Assert.AreEqual("README.md(1,25)", strays[0].Complaint.Spot!.ToString(), "the first is stamped");
        Assert.AreEqual("RT3034", strays[^1].Complaint.Code);
        StringAssert.Contains(strays[^1].Complaint.Message, "199979 more tags");
    }

    [TestMethod]
    [DataRow("1.4.0", "1.4.0", "", 3)]
    [DataRow("v1.4", "v1.4", "", 2)]
    [DataRow("1.4.0-rc.1", "1.4.0-rc.1", "", 3)]
    [DataRow("1.4.0-beta2", "1.4.0-beta2", "", 3)]
    [DataRow("1.4.2-gaff80", "1.4.2-gaff80", "", 3)]
    [DataRow("1.4.0-nightly.5", "1.4.0-nightly.5", "", 3)]
    [DataRow("1.4.0-alpine3.19", "1.4.0", "-alpine3.19", 3)]
    [DataRow("1.4.0-bookworm-slim", "1.4.0", "-bookworm-slim", 3)]
    [DataRow("1.4.0-rc.1-amd64", "1.4.0-rc.1", "-amd64", 3)]
    [DataRow("1.4-linux-x64", "1.4", "-linux-x64", 2)]
    [DataRow("1.4.0-full", "1.4.0", "-full", 3)]
    public void A_tag_is_a_version_and_a_variant(string tag, string version, string variant, int numbers) =>
        Assert.AreEqual(new VersionTag(version, variant, numbers), VersionTag.Read(tag));

    [TestMethod]
    [DataRow("latest")]
    [DataRow("")]
    [DataRow("v")]
    [DataRow("1a2b3c4")]
    [DataRow("main-1.4.0")]
    [DataRow("1.4.")]
    public void A_word_or_a_commit_is_no_version(string tag) => Assert.IsNull(VersionTag.Read(tag));
}
