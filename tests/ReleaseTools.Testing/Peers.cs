namespace ReleaseTools.Testing;

/// <summary>The programs this product is measured against, as build/peers pins them and <c>npm ci</c> lays them down.</summary>
internal static class Peers
{
    public static string Folder { get; } = Path.Combine(SourceTree.Root, "build", "peers", "node_modules");

    /// <summary>The absolute path of a file of a peer.</summary>
    /// <exception cref="FileNotFoundException">The peers are not installed.</exception>
    public static string Find(string relative) => Path.Combine(Folder, relative) is var path && Path.Exists(path)
        ? path
        : throw new FileNotFoundException($"'{relative}' is not installed. Run 'dotnet run build/test.cs', or 'npm ci' in build/peers.");
}
