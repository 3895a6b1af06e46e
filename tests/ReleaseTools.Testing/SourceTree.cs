using System.Runtime.CompilerServices;

namespace ReleaseTools.Testing;

/// <summary>This repository, as the tests find it from where they were built.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(OwnFolder())
        ?? throw new DirectoryNotFoundException($"Neither above '{AppContext.BaseDirectory}' nor where it was compiled is ReleaseTools.sln.");

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReleaseTools.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <summary>A single-file program is built far away from its source; this library's source is not.</summary>
    private static string OwnFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
