namespace ReleaseTools.Testing;

/// <summary>The programs this product is measured against, as build/peers pins them and <c>npm ci</c> lays them down.</summary>
internal static class Peers
{
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "build", "peers", "node_modules");

    /// <summary>The absolute path of a file of a peer, or null where the peers are not laid down.</summary>
    public static string? Find(string relative) => Path.Combine(Folder, relative) is var path && Path.Exists(path) ? path : null;
}
