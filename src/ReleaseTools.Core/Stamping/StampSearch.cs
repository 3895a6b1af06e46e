using System.Collections.Immutable;
using ReleaseTools.Stamping.Stampers;

namespace ReleaseTools.Stamping;

/// <summary>Chooses, among a repository's files, those that carry its version.</summary>
internal static class StampSearch
{
    /// <param name="paths">Paths from the repository's root, with forward slashes.</param>
    /// <param name="prefix">The folder to search, with a slash at its end; empty for all.</param>
    public static ImmutableArray<string> Among(IEnumerable<string> paths, string prefix)
    {
        var found = paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && StamperList.Find(path) is not null).ToHashSet(StringComparer.Ordinal);

        return
        [
            .. Kept(found)
                .Where(path => !IsDependency(path, found) && !IsLoneLock(path, found))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Those that people write.</summary>
    public static IEnumerable<string> Kept(IEnumerable<string> paths) => paths.Where(path => !IsMade(path));

    /// <summary>Whether a file lies in a folder whose content is made or fetched, wherever somebody committed it.</summary>
    private static bool IsMade(ReadOnlySpan<char> path)
    {
        for (; path.IndexOf('/') is >= 0 and var end; path = path[(end + 1)..])
        {
            if (path[..end] is "node_modules" or "bin" or "obj")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A lock repeats what the package beside it says.</summary>
    private static bool IsLoneLock(string path, HashSet<string> found) =>
        PackageLockStamper.Names.Contains(Path.GetFileName(path)) && !found.Contains(path[..(path.LastIndexOf('/') + 1)] + "package.json");

    /// <summary>A chart in the charts folder of another one found is pinned by that, under a version of its own.</summary>
    private static bool IsDependency(string path, HashSet<string> found)
    {
        for (var start = 0; path.IndexOf('/', start) is >= 0 and var end; start = end + 1)
        {
            if (path.AsSpan(start..end) is "charts" && found.Contains($"{path.AsSpan(0, start)}Chart.yaml"))
            {
                return true;
            }
        }

        return false;
    }
}
