using ReleaseTools.Adapters.Files;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class RealPathTests
{
    [TestMethod]
    [DataRow("/repo", true)]
    [DataRow("/repo/", true)]
    [DataRow("/repo/a/b", true)]
    [DataRow("/repo/..a", true)]
    [DataRow("/repo/a..b/c", true)]
    [DataRow("/repository", false)]
    [DataRow("/repo/../etc/passwd", false)]
    [DataRow("/repo/a/../../etc", false)]
    [DataRow("/repo/a/../b", true)]
    [DataRow("/", false)]
    public void A_path_is_within_a_folder_where_it_leads_there_and_not_where_it_only_begins_so(string path, bool isWithin) =>
        Assert.AreEqual(isWithin, RealPath.IsWithin(path, "/repo"));

    [TestMethod]
    public void Everything_is_within_the_root() => Assert.IsTrue(RealPath.IsWithin("/etc", "/"));
}
