using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>The answers are Helm's, whose tests have them as well.</summary>
[TestClass]
public sealed class HelmIgnoreTests
{
    [TestMethod]
    [DataRow("helm.txt", "helm.txt", true)]
    [DataRow("helm.*", "helm.txt", true)]
    [DataRow("helm.*", "rudder.txt", false)]
    [DataRow("*.txt", "tiller.txt", true)]
    [DataRow("*.txt", "cargo/a.txt", true)]
    [DataRow("cargo/*.txt", "cargo/a.txt", true)]
    [DataRow("cargo/*.*", "cargo/a.txt", true)]
    [DataRow("cargo/*.txt", "mast/a.txt", false)]
    [DataRow("cargo/*.txt", "deep/cargo/a.txt", false)]
    [DataRow("ru[c-e]?er.txt", "rudder.txt", true)]
    [DataRow("ru[^c-e]?er.txt", "rudder.txt", false)]
    [DataRow("templates/.?*", "templates/.dotfile", true)]
    [DataRow("/a.txt", "a.txt", true)]
    [DataRow("/a.txt", "cargo/a.txt", false)]
    [DataRow("/cargo/a.txt", "cargo/a.txt", true)]
    [DataRow("cargo/", "cargo/", true)]
    [DataRow("cargo/", "cargo", false)]
    [DataRow("cargo", "cargo/", true)]
    [DataRow("a*/", "deep/abc/", true)]
    [DataRow("helm.txt/", "helm.txt", false)]
    [DataRow("!helm.txt", "helm.txt", false)]
    [DataRow("!helm.txt", "tiller.txt", true)]
    [DataRow("!*.txt", "cargo/", true)]
    [DataRow("!cargo/", "mast/", true)]
    [DataRow("!cargo/", "cargo/", false)]
    [DataRow("!cargo/", "cargo", true)]
    [DataRow("*.txt\n!a.txt", "a.txt", true)]
    [DataRow("  a.txt  \r\n# b.txt\r\n", "a.txt", true)]
    [DataRow("# b.txt", "b.txt", false)]
    [DataRow("\\#a", "#a", true)]
    [DataRow("\\!a", "!a", true)]
    [DataRow("a\\*", "a*", true)]
    [DataRow("a\\*", "ab", false)]
    [DataRow("*a*b*c", "xaxbxbxc", true)]
    [DataRow("*", "a/b", true)]
    [DataRow("/*", "a/b", false)]
    [DataRow("?", "ä", true)]
    [DataRow("?", "ab", false)]
    [DataRow("", "a", false)]
    [DataRow("", "templates/.a", true)]
    [DataRow("", "charts/a/templates/.a", false)]
    [DataRow("", ".a", false)]
    public void A_pattern_leaves_out_what_Helm_leaves_out(string patterns, string path, bool isLeftOut) =>
        Assert.AreEqual(isLeftOut, Read(patterns).LeavesOut(path.TrimEnd('/'), path.EndsWith('/')));

    [TestMethod]
    [DataRow("a/**/b")]
    [DataRow("[a")]
    [DataRow("[]a]")]
    [DataRow("[a-]")]
    [DataRow("a\\")]
    [DataRow("[^")]
    public void A_pattern_that_Helm_refuses_is_refused_in_its_place(string pattern)
    {
        var refused = Assert.ThrowsExactly<ReleaseException>(() => Read($"*.md\n  {pattern}\n"));

        Assert.AreEqual("RT7071 .helmignore(2,3)", $"{refused.Diagnostics[0].Code} {refused.Diagnostics[0].Spot}");
    }

    [TestMethod]
    [Timeout(10_000, CooperativeCancellation = true)]
    public void A_pattern_of_many_stars_ends() => Assert.IsFalse(Read(string.Concat(Enumerable.Repeat("*a", 2_000)) + "b").LeavesOut(new string('a', 4_000), isFolder: false));

    private static HelmIgnore Read(string patterns) => HelmIgnore.Parse(SourceText.From(".helmignore", patterns));
}
