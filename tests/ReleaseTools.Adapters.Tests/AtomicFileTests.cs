using ReleaseTools.Adapters.Files;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class AtomicFileTests
{
    [TestMethod]
    public void A_prepared_file_changes_when_it_is_committed()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a/b", "old");

        using var file = AtomicFile.Prepare(path, "new"u8.ToArray());

        Assert.AreEqual("old", File.ReadAllText(path));
        file.Commit();
        Assert.AreEqual("new", File.ReadAllText(path));
    }

    [TestMethod]
    public void What_is_not_committed_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a", "old");

        AtomicFile.Prepare(path, "new"u8.ToArray()).Dispose();

        CollectionAssert.AreEqual(new[] { path }, Directory.GetFileSystemEntries(folder.Path));
        Assert.AreEqual("old", File.ReadAllText(path));
    }

    [TestMethod]
    public void A_read_only_file_is_refused()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a", "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var stop = Assert.ThrowsExactly<ReleaseException>(() => AtomicFile.Write(path, "new"u8.ToArray()));

        StringAssert.Contains(stop.Message, "error RT3015");
        CollectionAssert.AreEqual(new[] { path }, Directory.GetFileSystemEntries(folder.Path));
        Assert.AreEqual("old", File.ReadAllText(path));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_mode()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(path, Mode);

        AtomicFile.Write(path, "new"u8.ToArray());

        Assert.AreEqual(Mode, File.GetUnixFileMode(path));
    }
}
