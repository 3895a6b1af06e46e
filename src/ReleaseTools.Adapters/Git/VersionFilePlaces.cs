using System.Collections.Immutable;

namespace ReleaseTools.Adapters.Git;

/// <summary>Where a version file may stand that says something about a folder: in it, or in any above it. Paths go from the repository's root, as git spells them.</summary>
internal static class VersionFilePlaces
{
    /// <summary>In this order within one folder, as Nerdbank.GitVersioning looks for them.</summary>
    public static ImmutableArray<string> Names { get; } = ["version.txt", "version.json"];

    /// <summary>The nearest first.</summary>
    public static IEnumerable<string> For(string folder) => Upwards(folder).SelectMany(In);

    /// <summary>The folder itself and all above it, up to the root, whose name is empty.</summary>
    public static IEnumerable<string> Upwards(string folder)
    {
        for (var current = folder; current.Length > 0; current = current[..Math.Max(0, current.LastIndexOf('/'))])
        {
            yield return current;
        }

        yield return "";
    }

    public static IEnumerable<string> In(string folder) => Names.Select(name => folder.Length == 0 ? name : $"{folder}/{name}");
}
