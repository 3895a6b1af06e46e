using System.Collections.Immutable;
using ReleaseTools.Charts;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Charts;

/// <summary>Finds the packaged charts of a folder, where Helm finds them: in it, and in the folders in it.</summary>
/// <param name="url">The address that the folder is served at; empty for addresses relative to the index.</param>
internal sealed class ChartIndexer(string url)
{
    /// <param name="folder">Absolute.</param>
    /// <param name="place">How diagnostics name it.</param>
    /// <param name="remarks">Files that are no charts, which are passed over.</param>
    /// <exception cref="ReleaseException">RT7090, RT7096 or RT7097: there is no such folder, no chart, or there are two under one version.</exception>
    public ImmutableArray<IndexedChart> Find(string folder, string place, out ImmutableArray<Diagnostic> remarks)
    {
        if (!Directory.Exists(folder))
        {
            throw new ReleaseException(ChartDiagnostics.NoSuchChart(place));
        }

        var charts = new Dictionary<(string, string), IndexedChart>();
        var passedOver = ImmutableArray.CreateBuilder<Diagnostic>();

        foreach (var file in Files(folder))
        {
            if (Read(folder, file, passedOver) is { } chart
                && !charts.TryAdd((chart.Metadata.Name, chart.Metadata.Version), chart)
                && charts[(chart.Metadata.Name, chart.Metadata.Version)].Digest != chart.Digest)
            {
                throw new ReleaseException(ChartDiagnostics.OtherDigest(null, $"{chart.Metadata.Name} {chart.Metadata.Version}"));
            }
        }

        remarks = passedOver.ToImmutable();
        return charts.Count > 0 ? [.. charts.Values] : throw new ReleaseException([.. remarks, ChartDiagnostics.NothingToIndex(place)]);
    }

    private static IEnumerable<string> Files(string folder) => Directory.GetDirectories(folder).Prepend(folder)
        .SelectMany(each => Directory.GetFiles(each, "*.tgz"))
        .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
        .OrderBy(file => file.Count(unit => unit == '/')).ThenBy(file => file, StringComparer.Ordinal);

    private IndexedChart? Read(string folder, string file, ImmutableArray<Diagnostic>.Builder passedOver)
    {
        try
        {
            var bytes = ChartReader.ReadPackage(Path.Combine(folder, file), file);
            var archive = ChartArchive.Parse(file, bytes);
            return new(ChartMetadata.Of(archive.Source), AddressOf(file), Digest.Of(bytes), archive.Date);
        }
        catch (ReleaseException stop)
        {
            passedOver.AddRange(stop.Diagnostics.Select(diagnostic => diagnostic with { Severity = Severity.Warning }));
            return null;
        }
    }

    /// <summary>A plus sign may stand in a path, and Helm leaves it so.</summary>
    private string AddressOf(string file)
    {
        var path = string.Join('/', file.Split('/').Select(Uri.EscapeDataString)).Replace("%2B", "+", StringComparison.Ordinal);
        return url.Length > 0 ? $"{url.TrimEnd('/')}/{path}" : path;
    }
}
