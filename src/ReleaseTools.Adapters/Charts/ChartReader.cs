using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.Charts;

/// <summary>Reads a chart from wherever it is: a folder, or a packaged file.</summary>
internal static class ChartReader
{
    private const string Extension = ".tgz";

    /// <summary>Whether a path is that of a packaged chart.</summary>
    public static bool IsPackage(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <param name="path">Absolute.</param>
    /// <param name="place">How diagnostics name it.</param>
    /// <exception cref="ReleaseException">RT70…: there is none, or it is not fit for one.</exception>
    public static (ChartSource Source, HelmIgnore Ignore) Read(string path, string place) =>
        IsPackage(path) ? (ChartArchive.Parse(place, ReadPackage(path, place)).Source, HelmIgnore.None) : ChartFolder.Read(path, place);

    /// <exception cref="ReleaseException">RT7084 or RT7090: there is none, or it is larger than a chart may be when it is unpacked.</exception>
    public static byte[] ReadPackage(string path, string place) =>
        !File.Exists(path) ? throw new ReleaseException(ChartDiagnostics.NoSuchChart(place))
        : new FileInfo(path).Length > ChartLimits.ChartBytes ? throw new ReleaseException(ChartDiagnostics.ChartTooLarge(place))
        : File.ReadAllBytes(path);
}
