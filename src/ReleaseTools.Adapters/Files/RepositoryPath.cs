using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Files;

/// <summary>Paths of files that may be written: in the working tree, links followed, and not in git's own folder.</summary>
internal static class RepositoryPath
{
    public static bool IsIn(string root, string path) =>
        RealPath.IsBelow(path, root) && !RealPath.IsBelow(path, Path.Combine(root, ".git"));

    /// <summary>The file itself, links followed.</summary>
    /// <exception cref="ReleaseException">RT3011 or RT3012: there is no such file in the repository.</exception>
    public static string Within(string root, string path)
    {
        if (!Path.Exists(path))
        {
            throw new ReleaseException(StampDiagnostics.NoSuchFile(NameIn(root, path)));
        }

        return IsIn(root, path)
            ? RealPath.Of(path)
            : throw new ReleaseException(StampDiagnostics.OutsideRepository(NameIn(root, path), root));
    }

    /// <summary>The path from the root, as git spells it: the folder without its links, as the root is; the file as it was named.</summary>
    public static string NameIn(string root, string path)
    {
        var folder = Path.GetDirectoryName(path);
        var straight = Directory.Exists(folder) ? Path.Combine(RealPath.Of(folder), Path.GetFileName(path)) : path;
        return Path.GetRelativePath(root, straight).Replace(Path.DirectorySeparatorChar, '/');
    }
}
