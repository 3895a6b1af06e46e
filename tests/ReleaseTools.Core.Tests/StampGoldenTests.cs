using ReleaseTools.Stamping;
using ReleaseTools.Testing;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>One folder per ugly file: what is stamped, and what must come out, byte for byte.</summary>
[TestClass]
public sealed class StampGoldenTests
{
    private const string Version = "1.4.0-rc.1";

    private static string Folder => Path.Combine(SourceTree.Root, "tests", "ReleaseTools.Core.Tests", "Golden", "stamping");

    public static IEnumerable<object[]> Cases => Directory.GetDirectories(Folder).Select(folder => new object[] { Path.GetFileName(folder) });

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void The_values_change_and_no_byte_beside_them(string name)
    {
        var source = Read(name, "in");
        var expected = Path.Combine(Folder, name, $"expected{Extension(name)}");

        var stamped = StampPlan.For(source, Version).Stamped();

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(expected, stamped);
        }

        CollectionAssert.AreEqual(File.ReadAllBytes(expected), stamped, SourceText.Parse(name, stamped).Text);
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void A_stamped_file_needs_no_second_stamp(string name) =>
        Assert.IsTrue(StampPlan.For(Read(name, "expected"), Version).IsUpToDate);

    private static SourceText Read(string name, string which) =>
        SourceText.Parse(name.StartsWith("chart", StringComparison.Ordinal) ? "Chart.yaml" : "package.json", File.ReadAllBytes(Path.Combine(Folder, name, which + Extension(name))));

    private static string Extension(string name) => name.StartsWith("chart", StringComparison.Ordinal) ? ".yaml" : ".json";
}
