using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Before the first test: what runs in this process gets the same clean environment as the programs it starts.</summary>
[TestClass]
public static class CleanProcess
{
    [AssemblyInitialize]
    public static void Clean(TestContext _) => CleanEnvironment.Apply();
}
