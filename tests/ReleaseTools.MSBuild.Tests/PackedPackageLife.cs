using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The package is packed by the first test that needs it, and goes with the last.</summary>
[TestClass]
public static class PackedPackageLife
{
    [AssemblyCleanup]
    public static void Forget() => PackedPackage.Forget();
}
