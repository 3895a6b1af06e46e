namespace ReleaseTools.Adapters.Files;

/// <summary>Where a path leads once every link on it is followed.</summary>
internal static class RealPath
{
    /// <param name="path">Absolute, of a file or folder that exists; so no link on it leads in a circle.</param>
    public static string Of(string path) => OfName(path, Of);

    /// <summary>As <see cref="Of"/>, where somebody knows it of the folder.</summary>
    public static string OfName(string path, Func<string, string> ofFolder)
    {
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) is not { } folder)
        {
            return path;
        }

        var real = Join(ofFolder(folder), path);
        return File.ResolveLinkTarget(real, returnFinalTarget: true) is { } target ? Of(target.FullName) : real;
    }

    /// <summary>A name, itself no link, in a folder whose links have been followed.</summary>
    /// <param name="folder">Where the path's folder leads.</param>
    /// <param name="path">The path.</param>
    public static string Join(string folder, string path) => Path.Join(folder, Path.GetFileName(Path.TrimEndingDirectorySeparator(path.AsSpan())));

    /// <summary>Whether a path, links followed, is in a folder or below it.</summary>
    public static bool IsBelow(string path, string folder) => IsWithin(Of(path), Of(folder));

    /// <summary>Whether a path is a folder or below it, both without links.</summary>
    public static bool IsWithin(string path, string folder) => IsSpeltWithin(path, Path.TrimEndingDirectorySeparator(folder.AsSpan())) || !IsOutside(Path.GetRelativePath(folder, path));

    /// <summary>The common case at less cost: nothing in it climbs.</summary>
    private static bool IsSpeltWithin(ReadOnlySpan<char> path, ReadOnlySpan<char> folder) =>
        path.StartsWith(folder) && (path.Length == folder.Length || path[folder.Length] == Path.DirectorySeparatorChar) && !path.Contains("..", StringComparison.Ordinal);

    private static bool IsOutside(string relative) => relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(relative);
}
