using System.IO.Compression;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Charts;

/// <summary>A chart that was packaged: a gzipped tar archive with one folder in it, by whomever it was written.</summary>
/// <param name="Source">The files in that folder.</param>
/// <param name="Date">That of its Chart.yaml.</param>
internal sealed record ChartArchive(ChartSource Source, DateTimeOffset Date)
{
    /// <summary>All files, and a header of two blocks for each.</summary>
    private const int MostBytes = (int)ChartLimits.ChartBytes + (ChartLimits.Files * 1024);

    /// <param name="place">How the file is named in diagnostics.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="budget">What it may hold.</param>
    /// <exception cref="ReleaseException">RT7083, RT7084, RT7085 or RT7088: it is none, or too large.</exception>
    public static ChartArchive Parse(string place, ReadOnlyMemory<byte> bytes, ChartBudget? budget = null)
    {
        try
        {
            return Read(place, Unpack(place, bytes), budget ?? new ChartBudget(place));
        }
        catch (Exception odd) when (odd is InvalidDataException or FormatException or OverflowException)
        {
            throw new ReleaseException(ChartDiagnostics.NotAnArchive(place));
        }
    }

    private static ReadOnlyMemory<byte> Unpack(string place, ReadOnlyMemory<byte> bytes)
    {
        using var packed = new MemoryStream(bytes.ToArray(), writable: false);
        using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var piece = new byte[81920];

        while (unpacking.Read(piece) is > 0 and var count)
        {
            if (unpacked.Length + count > MostBytes)
            {
                throw new ReleaseException(ChartDiagnostics.ChartTooLarge(place));
            }

            unpacked.Write(piece, 0, count);
        }

        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    private static ChartArchive Read(string place, ReadOnlyMemory<byte> tar, ChartBudget budget)
    {
        var files = new Dictionary<string, ChartFile>(StringComparer.Ordinal);
        var date = DateTimeOffset.UnixEpoch;

        foreach (var entry in TarEntry.Read(tar))
        {
            var path = PathWithin(place, entry.Path);
            budget.Take($"{place}/{path}", entry.Content.Length);
            files[path] = new(path, entry.Content);
            date = path == ChartYaml.FileName ? entry.Date : date;
        }

        return files.Count == 0
            ? throw new ReleaseException(ChartDiagnostics.NotAnArchive(place))
            : new(new ChartSource(place, [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)]), date);
    }

    /// <summary>Without the folder it begins with.</summary>
    private static string PathWithin(string place, string name)
    {
        var path = name.Replace('\\', '/');
        var folder = path.IndexOf('/', StringComparison.Ordinal);
        var rest = folder < 0 ? "" : path[(folder + 1)..];

        return ChartPath.IsPlain(rest) ? rest : throw new ReleaseException(ChartDiagnostics.OddPath(place, name));
    }
}
