using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ReleaseTools.Adapters.Files;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.MSBuild.Tasks;

/// <summary>Writes copies of files with the version in them. A copy that is right already is left alone.</summary>
[MSBuildMultiThreadableTask]
public sealed class StampReleaseFiles : ReleaseTask
{
    /// <summary>The files to copy.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Where the copies go, from the project's folder.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The version as Semantic Versioning 2.0 writes it.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>The copies, with the metadata of their sources.</summary>
    [Output]
    public ITaskItem[] Stamped { get; private set; } = [];

    private protected override void Run()
    {
        var stamps = Sources.Select(source => (Source: FullPath(source.ItemSpec), Copy: CopyOf(source), Item: source)).ToArray();
        var complaints = new List<Diagnostic>(Collisions(stamps.Select(stamp => (stamp.Source, stamp.Copy))));

        foreach (var (source, copy, _) in stamps)
        {
            try
            {
                if (complaints is [])
                {
                    StampFiles.Write(source, FullPath(copy), Version, ProjectFolder);
                }
            }
            catch (ReleaseException stop)
            {
                complaints.AddRange(stop.Diagnostics);
            }
        }

        if (complaints is not [])
        {
            throw new ReleaseException(complaints);
        }

        Stamped = [.. stamps.Select(stamp => ToItem(stamp.Copy, stamp.Source, stamp.Item))];
    }

    private string FullPath(string path) => Path.GetFullPath(path, ProjectFolder);

    private string CopyOf(ITaskItem source)
    {
        var file = FullPath(source.ItemSpec);
        var folder = source.GetMetadata("Folder") is { Length: > 0 } named ? named : Path.GetFileName(Path.GetDirectoryName(file)!);
        return Path.Combine(Folder, folder, Path.GetFileName(file));
    }

    private static IEnumerable<Diagnostic> Collisions(IEnumerable<(string Source, string Copy)> stamps) => stamps
        .DistinctBy(stamp => stamp.Source)
        .GroupBy(stamp => stamp.Copy, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => ConfigurationDiagnostics.StampedTwice(group.First().Source, group.Last().Source, group.Key));

    private static TaskItem ToItem(string copy, string source, ITaskItem original)
    {
        var item = new TaskItem(copy);
        original.CopyMetadataTo(item);
        item.SetMetadata("Source", source);
        return item;
    }
}
