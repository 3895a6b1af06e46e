namespace ReleaseTools.Adapters.Files;

/// <summary>Where a path leads once every link on it is followed.</summary>
internal static class RealPath
{
    /// <param name="path">Absolute, of a file or folder that exists; so no link on it leads in a circle.</param>
    public static string Of(string path)
    {
        var current = Path.GetPathRoot(path)!;

        foreach (var name in path[current.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            current = Path.Combine(current, name);
            current = new FileInfo(current).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : current;
        }

        return current;
    }

    /// <summary>Whether a path, links followed, is in a folder or below it.</summary>
    public static bool IsBelow(string path, string folder) =>
        Path.GetRelativePath(Of(folder), Of(path)) is var relative
        && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}
