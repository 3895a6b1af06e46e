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

        var real = Path.Combine(ofFolder(folder), Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        return new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : real;
    }

    /// <summary>Whether a path, links followed, is in a folder or below it.</summary>
    public static bool IsBelow(string path, string folder) => IsWithin(Of(path), Of(folder));

    /// <summary>Whether a path is a folder or below it, both without links.</summary>
    public static bool IsWithin(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var relative
        && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}
