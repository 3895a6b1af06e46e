using System.Collections.Frozen;
using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Adapters.Files;

/// <summary>The versions that other charts and packages of the repository will have, for files that repeat them. Files may ask at the same time.</summary>
/// <param name="root">The repository's.</param>
/// <param name="stamped">All that are found by their names, from the root.</param>
/// <param name="settings">How charts are stamped.</param>
/// <param name="versionOf">What is written into a file, by its absolute path.</param>
internal sealed class NeighbourVersions(string root, Lazy<FrozenSet<string>> stamped, StampSettings settings, Func<string, string> versionOf)
{
    private readonly Lock _asking = new();

    /// <summary>
    /// Null where that chart is none of the repository's, or has a version of its own; and where a lock or a copy in <c>charts</c> says
    /// which version of it is used, for those would no longer fit.
    /// </summary>
    public string? OfChart(string from, string folder)
    {
        lock (_asking)
        {
            return Find(from, folder, "Chart.yaml") is { } chart && !IsLocked(StampSettings.FolderOf(from), StampSettings.FolderOf(chart)) && settings.Of(StampSettings.FolderOf(chart)).Charts.Version == ChartVersioning.Lockstep ? VersionOf(chart) : null;
        }
    }

    /// <summary>Null where that package is none of the repository's, or has no version.</summary>
    /// <exception cref="ReleaseException">RT3…: its package.json cannot be read.</exception>
    public string? OfPackage(string from, string folder)
    {
        lock (_asking)
        {
            if (Find(from, folder, "package.json") is not { } package)
            {
                return null;
            }

            var source = StampFile.Read(package, Path.Combine(root, package));
            return JsonStamp.Find(source, JsonLocator.Parse(source, StampDiagnostics.NotJson, only: "version"), "version") is null ? null : VersionOf(package);
        }
    }

    private string? Find(string from, string folder, string name) =>
        FilePattern.Read($"{folder}/{name}".TrimStart('/'), StampSettings.FolderOf(from))?.Path is { } path && stamped.Value.Contains(path) && File.Exists(Path.Combine(root, path)) ? path : null;

    private bool IsLocked(string parent, string chart)
    {
        var copy = $"{parent}/charts/{chart[(chart.LastIndexOf('/') + 1)..]}".TrimStart('/');
        return File.Exists(Path.Combine(root, parent, "Chart.lock")) || (copy != chart && Directory.Exists(Path.Combine(root, copy)));
    }

    private string VersionOf(string file) => versionOf(RealPath.Of(Path.Combine(root, file)));
}
