using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class LocalRegistryTests
{
    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    [Timeout(60_000, CooperativeCancellation = true)]
    public void A_registry_that_never_listens_is_stopped_and_its_log_shown()
    {
        using var folder = new TempFolder();
        var id = folder.At("id");
        var program = folder.Write("registry", $"#!/bin/sh\necho $$ > '{id}'\nhead -c 1000000 /dev/zero\necho 'no space left' >&2\nexec sleep 600\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var refused = Assert.ThrowsExactly<InvalidOperationException>(() => new LocalRegistry(program, TimeSpan.FromSeconds(2)));

        StringAssert.Contains(refused.Message, "did not listen within 2 s. It said:\nno space left");
        Assert.IsFalse(Directory.Exists($"/proc/{File.ReadAllText(id).Trim()}"), "it was stopped");
    }
}
