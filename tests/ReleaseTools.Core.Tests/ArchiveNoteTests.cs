using ReleaseTools.Diagnostics;
using ReleaseTools.Handover;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ArchiveNoteTests
{
    private const string Filled = "commit=HASH\ncommitDate=2026-01-02T03:04:05+02:00\nauthorDate=2026-01-01T00:00:00Z\nrefs=HEAD -> main, tag: v1.4.7, tag: api/v2.0.1, origin/main\n";

    [TestMethod]
    [DataRow("\n")]
    [DataRow("\r\n")]
    public void What_git_filled_in_is_read(string lineEnd)
    {
        var note = Read(Filled.ReplaceLineEndings(lineEnd))!;

        Assert.AreEqual(new string('a', 40), note.Commit.Hash);
        Assert.AreEqual(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), note.CommitDate);
        CollectionAssert.AreEqual(new[] { "refs/tags/v1.4.7", "refs/tags/api/v2.0.1" }, note.Tags);
    }

    [TestMethod]
    public void Placeholders_say_nothing() => Assert.IsNull(Read(ArchiveNote.Placeholders));

    [TestMethod]
    [DataRow("")]
    [DataRow("commit=\ncommitDate=2026-01-02T03:04:05Z\nauthorDate=2026-01-02T03:04:05Z\nrefs=\n")]
    [DataRow("commit=HASHa\ncommitDate=2026-01-02T03:04:05Z\nauthorDate=2026-01-02T03:04:05Z\nrefs=\n")]
    [DataRow("commit=HASH\ncommitDate=2026-01-02T03:04:05Z\nauthorDate=2026-01-02T03:04:05Z\nrefs=tag: v1\u001b[2J\n")]
    [DataRow("commit=HASH\ncommitDate=$Format:%cI$\nauthorDate=2026-01-02T03:04:05Z\n")]
    public void Anything_else_is_refused(string text) =>
        Assert.AreEqual("RT1070", Assert.ThrowsExactly<ReleaseException>(() => Read(text)).Diagnostics[0].Code);

    [TestMethod]
    [DataRow("1.4", "v1.4.7", 7)]
    [DataRow("1.4", "v1.4.0", 0)]
    [DataRow("1.4-beta", "v1.4.7-beta", 7)]
    [DataRow("1.4.0", "v1.4.0.7", 7)]
    [DataRow("1.4.0-rc.{height}", "v1.4.0-rc.7", 7)]
    [DataRow("1.4-rc.{height}.x", "v1.4.0-rc.7.x", 7)]
    [DataRow("1.4.0.9", "", 0)]
    [DataRow("1.4", "v1.4.7 latest v2.0.0", 7)]
    [DataRow("1.4", "v1.5.7", null)]
    [DataRow("1.4", "1.4.7", null)]
    [DataRow("1.4", "v1.4.7-beta", null)]
    [DataRow("1.4-beta", "v1.4.7", null)]
    [DataRow("1.4", "v1.4.7 v1.4.8", null)]
    [DataRow("1.4.0", "v1.4.0", null)]
    [DataRow("1.4.0-rc.{height}", "v1.4.0-rc", null)]
    [DataRow("1.4.0-rc.{height}", "v1.4.0-rc.07", null)]
    [DataRow("1.4", "", null)]
    public void A_tag_tells_the_height_where_it_fits_what_is_written(string written, string tags, int? height) =>
        Assert.AreEqual(height, Height(VersionOptions.Default with { Version = VersionSpec.Read(written) }, tags));

    [TestMethod]
    public void An_offset_is_taken_off_again() =>
        Assert.AreEqual(4, Height(VersionOptions.Default with { Version = VersionSpec.Read("1.4"), VersionHeightOffset = 3 }, "v1.4.7"));

    [TestMethod]
    public void A_tag_is_named_as_the_repository_names_them() =>
        Assert.AreEqual(7, Height(VersionOptions.Default with { Version = VersionSpec.Read("1.4"), Release = ReleaseOptions.Default with { TagName = "api-{version}-net" } }, "api-1.4.7-net v1.4.8"));

    [TestMethod]
    [DataRow("", ".release/archive.txt export-subst\n")]
    [DataRow("* text=auto\n", "* text=auto\n.release/archive.txt export-subst\n")]
    [DataRow("* text=auto", "* text=auto\n.release/archive.txt export-subst\n")]
    [DataRow("# a\r\n* text=auto\r\n", "# a\r\n* text=auto\r\n.release/archive.txt export-subst\r\n")]
    public void The_attribute_is_added_to_what_is_there(string before, string after) =>
        Assert.AreEqual(after, ArchivePlan.For(null, SourceText.From(".gitattributes", before)).Attributes!.Text);

    [TestMethod]
    public void Where_both_files_are_right_nothing_is_to_do()
    {
        var first = ArchivePlan.For(null, SourceText.From(".gitattributes", ""));

        Assert.HasCount(2, first.Changes);
        Assert.IsEmpty(ArchivePlan.For(first.Note!.Text, first.Attributes!).Changes);
    }

    private static int? Height(VersionOptions options, string tags) =>
        TaggedHeight.Find(options, [.. tags.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => $"refs/tags/{tag}")]);

    private static ArchiveNote? Read(string text) => ArchiveNote.Read(SourceText.From(ArchiveNote.Place, text.Replace("HASH", new('a', 40), StringComparison.Ordinal)));
}
