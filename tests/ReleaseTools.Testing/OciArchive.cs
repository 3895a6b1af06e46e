using System.Formats.Tar;
using System.Text.Json;

namespace ReleaseTools.Testing;

/// <summary>An image in a tar file in OCI's layout, as <c>ContainerArchiveOutputPath</c> leaves it.</summary>
internal sealed class OciArchive : IImageStore
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Dictionary<string, string> _tags = [];

    private OciArchive()
    {
    }

    public IReadOnlyList<string> Tags => [.. _tags.Keys.Order(StringComparer.Ordinal)];

    public static OciArchive Read(string path)
    {
        var archive = new OciArchive();
        using var file = File.OpenRead(path);
        using var tar = new TarReader(file);

        while (tar.GetNextEntry() is { } entry)
        {
            using var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            archive._files[entry.Name] = bytes.ToArray();
        }

        using var index = JsonDocument.Parse(archive._files["index.json"]);

        foreach (var manifest in index.RootElement.GetProperty("manifests").EnumerateArray())
        {
            var tag = manifest.GetProperty("annotations").GetProperty("org.opencontainers.image.ref.name").GetString()!;
            archive._tags[tag] = manifest.GetProperty("digest").GetString()!;
        }

        return archive;
    }

    public byte[] Manifest(string reference) => Blob(_tags.GetValueOrDefault(reference, reference));

    public byte[] Blob(string digest) => _files[$"blobs/{digest.Replace(':', '/')}"];
}
