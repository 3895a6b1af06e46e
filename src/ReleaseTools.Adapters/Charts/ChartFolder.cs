using ReleaseTools.Adapters.Files;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Text;

namespace ReleaseTools.Adapters.Charts;

/// <summary>Reads a chart's folder: what <c>.helmignore</c> leaves of it, links followed as far as the repository goes.</summary>
internal sealed class ChartFolder
{
    /// <summary>Never part of a chart, whatever its rules say: credentials are kept there.</summary>
    private const string GitFolder = ".git";

    private readonly string _folder;
    private readonly string _place;
    private readonly string _border;
    private readonly ChartBudget _budget;
    private readonly List<ChartFile> _files = [];
    private int _links;

    private ChartFolder(string folder, string place)
    {
        _folder = RealPath.Of(folder);
        _place = place;
        _border = FindRepository(_folder) ?? _folder;
        _budget = new(place);
    }

    /// <summary>The chart's <c>.helmignore</c>.</summary>
    public HelmIgnore Ignore { get; private set; } = HelmIgnore.None;

    /// <param name="folder">Absolute.</param>
    /// <param name="place">How diagnostics name it.</param>
    /// <exception cref="ReleaseException">RT7071, RT7081 to RT7085 or RT7090: it is not fit for a chart.</exception>
    public static (ChartSource Source, HelmIgnore Ignore) Read(string folder, string place)
    {
        if (!Directory.Exists(folder))
        {
            throw new ReleaseException(ChartDiagnostics.NoSuchChart(place));
        }

        var chart = new ChartFolder(folder, place);
        var source = chart.Read();
        return (source, chart.Ignore);
    }

    /// <summary>Where there is none, or git lets nobody in, no link may lead out of the chart.</summary>
    private static string? FindRepository(string folder)
    {
        try
        {
            return GitRepository.Open(folder).Root is { Length: > 0 } root && RealPath.IsBelow(folder, root) ? root : null;
        }
        catch (ReleaseException)
        {
            return null;
        }
    }

    private ChartSource Read()
    {
        var ignore = Path.Combine(_folder, HelmIgnore.FileName);

        if (Path.Exists(ignore))
        {
            Ignore = HelmIgnore.Parse(SourceText.Parse(NameOf(HelmIgnore.FileName), ReadFile(Follow(ignore, HelmIgnore.FileName), HelmIgnore.FileName)));
        }

        Add(_folder, "", [_folder]);

        return new(_place, [.. _files.OrderBy(file => file.Path, StringComparer.Ordinal)]) { Folder = Path.GetFileName(_folder) };
    }

    /// <param name="folder">Where to look; no link is on the way there.</param>
    /// <param name="prefix">Its path in the chart, with a slash at its end.</param>
    /// <param name="above">It and the folders on the way here: none of them is gone into again.</param>
    private void Add(string folder, string prefix, HashSet<string> above)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            var path = prefix + entry.Name;
            var isFolder = Directory.Exists(entry.FullName);

            if (entry.Name == GitFolder || Ignore.LeavesOut(path, isFolder))
            {
                continue;
            }

            if (!ChartPath.IsPlain(path))
            {
                throw new ReleaseException(ChartDiagnostics.OddPath(_place, path));
            }

            var target = entry.LinkTarget is null ? entry.FullName : Follow(entry.FullName, path);

            if (!isFolder)
            {
                var content = ReadFile(target, path);
                _budget.Take(NameOf(path), content.Length);
                _files.Add(new(path, content));
            }
            else
            {
                // Folders count as well: those that hold nothing but links to folders of such links would never end.
                _budget.Take(NameOf(path), 0);
                var real = entry.LinkTarget is null ? target : RealPath.Of(target);
                Add(real, $"{path}/", above.Contains(real) ? throw LeadsOut(path) : [.. above, real]);
            }
        }
    }

    /// <summary>Where a link leads.</summary>
    private string Follow(string link, string path)
    {
        if (++_links > ChartLimits.Links)
        {
            throw new ReleaseException(ChartDiagnostics.ChartTooLarge(_place));
        }

        try
        {
            var target = File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link;
            return Path.Exists(target) && RealPath.IsBelow(target, _border) && !IsGits(target) ? target : throw LeadsOut(path);
        }
        catch (IOException)
        {
            // A circle of links.
            throw LeadsOut(path);
        }
    }

    private bool IsGits(string target) => Path.GetRelativePath(_border, RealPath.Of(target)).Split(Path.DirectorySeparatorChar).Contains(GitFolder);

    private byte[] ReadFile(string file, string path) =>
        new FileInfo(file).Length > ChartLimits.FileBytes ? throw new ReleaseException(ChartDiagnostics.FileTooLarge(NameOf(path)))
        : PlainFile.Is(file) ? File.ReadAllBytes(file)
        : throw new ReleaseException(ChartDiagnostics.NotAFile(NameOf(path)));

    private ReleaseException LeadsOut(string path) => new(ChartDiagnostics.LinkOut(NameOf(path), _border));

    private string NameOf(string path) => _place is "" or "." ? path : $"{_place}/{path}";
}
