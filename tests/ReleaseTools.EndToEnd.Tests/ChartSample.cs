using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Charts of different shapes, and what Helm's own packages of them hold.</summary>
internal static class ChartSample
{
    public static readonly IReadOnlyDictionary<string, string> Date = new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "1767225600" };

    public static string Folder => Path.Combine(SourceTree.Root, "tests", "ReleaseTools.EndToEnd.Tests", "Scenarios", "charts");

    public static IEnumerable<string> Names => Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>The chart's folder in a copy of a sample.</summary>
    public static string Copy(string name, TempFolder target, string into = "")
    {
        var source = Directory.GetDirectories(Path.Combine(Folder, name)).Single();
        var copy = Path.Combine(target.Path, into, Path.GetFileName(source));

        foreach (var file in Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    /// <summary>A line for each entry: mode, owner, date, digest and path, as another reader of archives sees them.</summary>
    public static string List(string package)
    {
        using var file = File.OpenRead(package);
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = new List<string>();

        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(entry.DataStream ?? Stream.Null))[..12];
            lines.Add($"{Convert.ToString((int)entry.Mode, 8)} {entry.Uid} {entry.ModificationTime.UtcDateTime:yyyy-MM-dd} {digest} {entry.Name}\n");
        }

        return string.Concat(lines);
    }

    /// <summary>The texts in a package, by their paths.</summary>
    public static Dictionary<string, string> Read(string package)
    {
        using var file = File.OpenRead(package);
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var texts = new Dictionary<string, string>();

        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            texts.Add(entry.Name, new StreamReader(entry.DataStream ?? Stream.Null).ReadToEnd());
        }

        return texts;
    }
}
