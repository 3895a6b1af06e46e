using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Testing;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

/// <summary>One folder per ugly file that version.json lists: the entry, the file, and what must come out, byte for byte.</summary>
[TestClass]
public sealed class ListedStampGoldenTests
{
    private static string Folder => Path.Combine(SourceTree.Root, "tests", "ReleaseTools.Core.Tests", "Golden", "stampers");

    public static IEnumerable<object[]> Cases => Directory.GetDirectories(Folder).Select(folder => new object[] { Path.GetFileName(folder) });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void The_values_change_and_no_byte_beside_them(string name)
    {
        var stamped = Plan(name, "in").Stamped();

        CollectionAssert.AreEqual(Read(name, "expected"), stamped, SourceText.Parse(name, stamped).Text);
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_stamped_file_needs_no_second_stamp(string name) => Assert.IsTrue(Plan(name, "expected").IsUpToDate);

    private static StampPlan Plan(string name, string which)
    {
        var version = StampVersion.Parse("1.4.0-rc.1");
        var rule = RuleOf(name);

        return StampPlan.For(SourceText.Parse(rule.Files.Path, Read(name, which)), version, StamperList.Find(rule.Files.Path), [(rule, version)]);
    }

    private static StampRule RuleOf(string name)
    {
        var entry = File.ReadAllText(Path.Combine(Folder, name, "entry.json"));
        var options = VersionOptionsReader.Read(SourceText.From("version.json", $$"""{ "releaseTools": { "stamp": [{{entry}}] } }"""), () => null);

        return StampRule.ParseAll(options.Stamp).Single();
    }

    private static byte[] Read(string name, string which) => File.ReadAllBytes(Path.Combine(Folder, name, which + Path.GetExtension(RuleOf(name).Files.Path)));
}
