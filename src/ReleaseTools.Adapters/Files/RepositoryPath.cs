using System.Collections.Concurrent;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Files;

/// <summary>Paths of files that may be written: in the working tree, links followed, and not in git's own folder. Each folder's links are followed once. Many may ask at the same time.</summary>
/// <param name="root">The repository's.</param>
internal sealed class RepositoryPath(string root)
{
    private readonly string _root = RealPath.Of(root);
    private readonly string _git = RealPath.Of(Path.Combine(root, ".git"));
    private readonly ConcurrentDictionary<string, string> _folders = new(StringComparer.Ordinal);

    public bool IsIn(string path) => Find(path) is not null;

    /// <summary>The file itself, links followed; null where that is not in the repository, or where links lead in a circle.</summary>
    /// <param name="path">Absolute, of a file or folder that exists.</param>
    public string? Find(string path)
    {
        try
        {
            return Kept(Of(path));
        }
        catch (IOException) when (IsCircle(path))
        {
            return null;
        }
    }

    /// <summary>As <see cref="Find(string)"/>, where somebody has looked at the file already.</summary>
    public string? Find(FileInfo file) =>
        file.Attributes.HasFlag(FileAttributes.ReparsePoint) || file.DirectoryName is not { } folder ? Find(file.FullName) : Kept(RealPath.Join(OfFolder(folder), file.FullName));

    /// <summary>Whether a path is a link that leads to nothing but links.</summary>
    public static bool IsCircle(string path)
    {
        try
        {
            _ = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Where a path leads, links followed.</summary>
    /// <param name="path">Absolute, of a file or folder that exists.</param>
    public string Of(string path) => RealPath.OfName(path, OfFolder);

    /// <summary>The file itself, links followed.</summary>
    /// <exception cref="ReleaseException">RT3011 or RT3012: there is no such file in the repository.</exception>
    public string Within(string path)
    {
        if (!Path.Exists(path))
        {
            throw new ReleaseException(StampDiagnostics.NoSuchFile(NameIn(path)));
        }

        return Find(path) ?? throw new ReleaseException(StampDiagnostics.OutsideRepository(NameIn(path), root));
    }

    /// <summary>The path from the root, as git spells it: the folder without its links, as the root is; the file as it was named.</summary>
    public string NameIn(string path)
    {
        var folder = Path.GetDirectoryName(path);
        var straight = Directory.Exists(folder) ? Path.Combine(OfFolder(folder), Path.GetFileName(path)) : path;
        return Path.GetRelativePath(root, straight).Replace(Path.DirectorySeparatorChar, '/');
    }

    private string? Kept(string real) => RealPath.IsWithin(real, _root) && !RealPath.IsWithin(real, _git) ? real : null;

    private string OfFolder(string folder) => _folders.GetOrAdd(folder, static (folder, paths) => RealPath.OfName(folder, paths.OfFolder), this);
}
