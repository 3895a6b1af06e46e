using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml.Linq;

namespace ReleaseTools.Testing;

/// <summary>What a NuGet package says of itself, read back from the .nupkg.</summary>
internal sealed record BuiltPackage(string Id, string Version, ImmutableArray<string> Dependencies, ImmutableArray<string> Files)
{
    public static BuiltPackage Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var stream = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var elements = XDocument.Load(stream).Descendants().ToArray();
        return new(
            elements.First(element => element.Name.LocalName == "id").Value,
            elements.First(element => element.Name.LocalName == "version").Value,
            [.. elements.Where(element => element.Name.LocalName == "dependency").Select(element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}")],
            [.. zip.Entries.Select(entry => entry.FullName)]);
    }
}
