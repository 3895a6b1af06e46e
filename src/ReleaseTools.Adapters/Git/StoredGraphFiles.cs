using System.Collections.Immutable;
using ReleaseTools.Git.Stored;

namespace ReleaseTools.Adapters.Git;

/// <summary>Where git keeps its commit-graph: one file, or a chain of files of which each adds to those before.</summary>
internal static class StoredGraphFiles
{
    /// <summary>A graph that does not fit here easily is left to git.</summary>
    private const long MostBytes = 1 << 29;

    /// <summary>Null where there is none, or none that can be read.</summary>
    /// <param name="commonFolder">git's own folder, the one all working trees share.</param>
    /// <param name="nameLength">Bytes in a commit's name.</param>
    public static StoredGraph? Find(string commonFolder, int nameLength)
    {
        var info = Path.Combine(commonFolder, "objects", "info");
        var chain = Path.Combine(info, "commit-graphs");

        try
        {
            var single = Path.Combine(info, "commit-graph");
            var files = File.Exists(single) ? [single]
                : File.Exists(Path.Combine(chain, "commit-graph-chain")) ? File.ReadLines(Path.Combine(chain, "commit-graph-chain")).Select(hash => Path.Combine(chain, $"graph-{hash}.graph")).ToArray()
                : [];

            if (files is [] || files.Sum(file => new FileInfo(file).Length) > MostBytes)
            {
                return null;
            }

            var layers = files.Select(file => CommitGraphLayer.Read(File.ReadAllBytes(file), nameLength)).ToArray();
            return layers.All(layer => layer is not null) ? new([.. layers.OfType<CommitGraphLayer>()]) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
