using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A peer's file, or the end of the test: without the peer there is nothing to compare with.</summary>
internal static class Peer
{
    public static string Require(string relative)
    {
        if (Peers.Find(relative) is { } path)
        {
            return path;
        }

        Assert.Inconclusive($"'{relative}' is not laid down in build/peers. 'dotnet run build/test.cs' does it where npm is installed.");
        return "";
    }
}
