using System.Formats.Tar;
using System.Text;

namespace ReleaseTools.Testing;

/// <summary>
/// The image that sample images are built on: an index for linux/amd64 and linux/arm64, each with one small layer. Nobody runs it.
/// Its digest is the same on every machine: no time, no owner, and layers that are not compressed, as compressors differ.
/// </summary>
internal sealed class BaseImage
{
    private static readonly string[] Architectures = ["amd64", "arm64"];

    public BaseImage()
    {
        var images = Architectures.Select(Platform).ToArray();
        var manifests = images.Zip(Architectures, (blobs, architecture) =>
            blobs[0].Descriptor($$""","platform":{"architecture":"{{architecture}}","os":"linux"}"""));
        Index = new("application/vnd.oci.image.index.v1+json", $$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{{string.Join(',', manifests)}}]}
            """);
        Blobs = [Index, .. images.SelectMany(blobs => blobs)];
    }

    public OciBlob Index { get; }

    /// <summary>The index, and everything it leads to.</summary>
    public IReadOnlyList<OciBlob> Blobs { get; }

    /// <summary>Writes the image as a folder in OCI's layout.</summary>
    public void WriteTo(string folder, string tag)
    {
        Directory.CreateDirectory(Path.Combine(folder, "blobs", "sha256"));

        foreach (var blob in Blobs)
        {
            File.WriteAllBytes(Path.Combine(folder, "blobs", blob.Digest.Replace(':', Path.DirectorySeparatorChar)), blob.Content);
        }

        File.WriteAllText(Path.Combine(folder, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        File.WriteAllText(Path.Combine(folder, "index.json"), $$"""
            {"schemaVersion":2,"manifests":[{{Index.Descriptor($$""","annotations":{"org.opencontainers.image.ref.name":"{{tag}}"}""")}}]}
            """);
    }

    /// <summary>One platform's manifest, then its configuration and its layer.</summary>
    private static OciBlob[] Platform(string architecture)
    {
        var layer = new OciBlob("application/vnd.oci.image.layer.v1.tar", Layer(architecture));
        var configuration = new OciBlob("application/vnd.oci.image.config.v1+json", $$$"""
            {"architecture":"{{{architecture}}}","os":"linux","created":"1970-01-01T00:00:00Z",
            "config":{"Env":["PATH=/usr/local/bin:/usr/bin:/bin","APP_UID=1654","ASPNETCORE_HTTP_PORTS=8080"],
            "Labels":{"org.opencontainers.image.version":"base-1.0"}},
            "rootfs":{"type":"layers","diff_ids":["{{{layer.Digest}}}"]},
            "history":[{"created":"1970-01-01T00:00:00Z","created_by":"ReleaseTools.Testing"}]}
            """);
        var manifest = new OciBlob("application/vnd.oci.image.manifest.v1+json", $$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{{configuration.Descriptor()}},"layers":[{{layer.Descriptor()}}]}
            """);
        return [manifest, configuration, layer];
    }

    private static byte[] Layer(string architecture)
    {
        using var bytes = new MemoryStream();

        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            Add(tar, "etc/arch", $"{architecture}\n");
            Add(tar, "etc/os-release", "ID=sample\nNAME=\"Sample base\"\n");
            Add(tar, "etc/passwd", "root:x:0:0::/:/bin/sh\napp:x:1654:1654::/home/app:/bin/false\n");
        }

        return bytes.ToArray();
    }

    private static void Add(TarWriter tar, string name, string text) => tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
    {
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
        ModificationTime = DateTimeOffset.UnixEpoch,
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
    });
}
