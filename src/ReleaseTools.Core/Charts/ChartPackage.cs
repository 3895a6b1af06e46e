using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Charts;

/// <summary>A chart as one file, whose bytes follow from its files and one date alone.</summary>
/// <param name="Metadata">What its Chart.yaml says.</param>
/// <param name="Entries">What is in it, in order, below the folder that bears the chart's name.</param>
/// <param name="Date">The modification time of every entry.</param>
internal sealed record ChartPackage(ChartMetadata Metadata, ImmutableArray<ChartFile> Entries, DateTimeOffset Date)
{
    public byte[] Bytes => field ??= Write();

    public Digest Digest => field ??= Digest.Of(Bytes);

    public string FileName => Metadata.FileName;

    /// <exception cref="ReleaseException">RT70…: Helm would not load this chart, or not as it is meant.</exception>
    public static ChartPackage Of(ChartSource source, DateTimeOffset date)
    {
        var layout = ChartLayout.Of(source);
        var missing = layout.FindMissing().ToArray();

        return missing is []
            ? new(layout.Metadata, [.. layout.Entries($"{layout.Metadata.Name}/")], date)
            : throw new ReleaseException([.. missing.Select(dependency => ChartDiagnostics.NotPackaged(dependency.Spot, dependency.Name))]);
    }

    private byte[] Write()
    {
        var tar = new TarFile(Date);

        foreach (var entry in Entries)
        {
            tar.Add(entry.Path, entry.Content.Span);
        }

        return GzipFile.Compress(tar.ToArray());
    }
}
