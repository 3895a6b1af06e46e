using System.Collections.Immutable;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Files;

/// <summary>Finds the files of a repository that carry a version and are listed in no version.json, and lists them.</summary>
/// <param name="Written">The root's version.json with them in it.</param>
/// <param name="Entries">What is added.</param>
internal sealed record StampDiscovery(SourceText Written, ImmutableArray<StampEntry> Entries)
{
    private const string Name = "version.json";

    /// <exception cref="ReleaseException">RT20…: the version file is wrong, or is of the older form.</exception>
    public static StampDiscovery Look(GitRepository repository)
    {
        var root = repository.Root;
        var paths = new RepositoryPath(root);

        if (repository.IsBare)
        {
            throw new ReleaseException(SettingDiagnostics.NoWorkingTree(root));
        }

        if (File.Exists(Path.Combine(root, "version.txt")))
        {
            throw new ReleaseException(StampSettingDiagnostics.OlderForm("version.txt"));
        }

        var files = repository.ListFiles();
        var rules = StampSettings.Read(root, files, [""]).Rules;
        var charts = StampSearch.Among(files, "").Where(file => Path.GetFileName(file) == "Chart.yaml").Select(StampSettings.FolderOf).ToHashSet(StringComparer.Ordinal);

        ImmutableArray<StampEntry> entries =
        [
            .. StampSearch.Kept(files)
                .Where(file => StampEntry.MayCarry(file, charts) && !rules.Any(rule => rule.Files.Among([file]).Any()))
                .Order(StringComparer.Ordinal)
                .Select(file => Find(Path.Combine(root, file), file, paths))
                .OfType<StampEntry>(),
        ];

        var path = Path.Combine(root, Name);
        var source = File.Exists(path) ? StampFile.Read(Name, path) : SourceText.From(Name, "");
        return new(StampListWriter.Add(source, [.. entries.Select(entry => entry.ToJson(entry.Source.Path))]), entries);
    }

    /// <exception cref="ReleaseException">RT3015 or RT3016: the file or its folder is read-only.</exception>
    public void Write(GitRepository repository)
    {
        if (Entries is not [])
        {
            AtomicFile.Write(Path.Combine(repository.Root, Name), Written.ToBytes());
        }
    }

    /// <summary>Null where there is no such file any more, or none that can be stamped: it was only looked at.</summary>
    private static StampEntry? Find(string path, string file, RepositoryPath paths)
    {
        try
        {
            return File.Exists(path) && paths.IsIn(path) && FilePattern.Read(file, "") is { HasWildcard: false } ? StampEntry.Find(StampFile.Read(file, path)) : null;
        }
        catch (ReleaseException)
        {
            return null;
        }
    }
}
