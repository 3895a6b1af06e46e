using ReleaseTools.Adapters.Handover;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Git;

/// <summary>Which folder's version file each project of a working tree follows: projects that follow the same one share one version.</summary>
internal sealed class VersionFolders
{
    private readonly string _root;
    private readonly HashSet<string> _committed;

    /// <param name="root">The working tree's top folder.</param>
    /// <param name="committed">As <see cref="List"/> has them.</param>
    public VersionFolders(string root, IEnumerable<string> committed)
    {
        _root = root;
        _committed = [.. committed];
    }

    public static VersionFolders Look(string root) => new(root, List(root) ?? []);

    /// <summary>All version files of the commit and of the index, from the root; null where git does not say.</summary>
    public static string[]? List(string root)
    {
        // With the tree of HEAD: a file deleted since still holds for the commit.
        string[] arguments = ["ls-files", "-z", "--cached", "--with-tree=HEAD", "--", .. VersionFilePlaces.Names.Select(name => $":(top,glob)**/{name}")];
        return Ask(root, arguments) is { ExitCode: 0 } answer ? answer.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
    }

    /// <summary>The nearest folder from the given one upwards that has a version file, on disk or in the commit; the root where none has.</summary>
    public string Of(string folder) =>
        VersionFilePlaces.Upwards(Relative(folder)).FirstOrDefault(current => VersionFilePlaces.In(current).Any(Has)) is { } found ? Absolute(found) : _root;

    /// <summary>Where files may stand that say something about a folder's version: version files, and what was handed over.</summary>
    public IEnumerable<string> FilesFor(string folder) =>
        [.. VersionFilePlaces.For(Relative(folder)).Select(Absolute), .. VersionFilePlaces.Upwards(Relative(folder)).Select(Absolute).SelectMany(HandedVersion.PlacesIn)];

    /// <summary>Whether all that is committed is on disk as well: not where it was deleted, or a sparse checkout leaves it out.</summary>
    public bool HasAllOf(string folder) => VersionFilePlaces.For(Relative(folder)).All(path => !_committed.Contains(path) || File.Exists(Absolute(path)));

    /// <summary>Null where there is no git: then those on disk are all that is known.</summary>
    private static GitAnswer? Ask(string root, string[] arguments)
    {
        try
        {
            return new GitProcess(root).Ask(arguments);
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    private bool Has(string path) => _committed.Contains(path) || File.Exists(Absolute(path));

    private string Relative(string folder) => Path.GetRelativePath(_root, folder) is not "." and var relative ? relative.Replace(Path.DirectorySeparatorChar, '/') : "";

    private string Absolute(string path) => path.Length == 0 ? _root : Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
}
