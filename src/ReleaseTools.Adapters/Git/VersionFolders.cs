namespace ReleaseTools.Adapters.Git;

/// <summary>Which folder's version file each project of a working tree follows: projects that follow the same one share one version.</summary>
internal sealed class VersionFolders
{
    private readonly string _root;
    private readonly HashSet<string> _committed;

    private VersionFolders(string root, IEnumerable<string> committed)
    {
        _root = root;
        _committed = [.. committed];
    }

    public static VersionFolders Look(string root)
    {
        // With the tree of HEAD: a file deleted since still holds for the commit.
        string[] arguments = ["ls-files", "-z", "--cached", "--with-tree=HEAD", "--", .. VersionReader.FileNames.Select(name => $":(top,glob)**/{name}")];
        var answer = new GitProcess(root).Ask(arguments);
        return new(root, answer.ExitCode == 0 ? answer.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : []);
    }

    /// <summary>The nearest folder from the given one upwards that has a version file, on disk or in the commit; the folder itself where none has.</summary>
    public string Of(string folder) => Upwards(folder).FirstOrDefault(current => Files(current).Any(Has), folder);

    /// <summary>Where files may stand that say something about a folder's version.</summary>
    public IEnumerable<string> FilesFor(string folder) => Upwards(folder).SelectMany(Files);

    private IEnumerable<string> Upwards(string folder)
    {
        for (var current = folder; current is not null && current.Length >= _root.Length; current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }

    private static IEnumerable<string> Files(string folder) => VersionReader.FileNames.Select(name => Path.Combine(folder, name));

    private bool Has(string path) => File.Exists(path) || _committed.Contains(Path.GetRelativePath(_root, path).Replace('\\', '/'));
}
