using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseTools.Images;

/// <summary>A manifest or an index: the bytes as they are stored, which its digest is of, and what they point at.</summary>
/// <param name="MediaType">As the registry said when it gave the bytes.</param>
/// <param name="Bytes">Never written anew: that would be another digest.</param>
/// <param name="Children">Of an index, the manifests.</param>
/// <param name="Configuration">Of a manifest, its configuration.</param>
/// <param name="Layers">Of a manifest, what it is made of.</param>
internal sealed record ImageManifest(
    string MediaType,
    ImmutableArray<byte> Bytes,
    ImmutableArray<ImageDescriptor> Children,
    ImageDescriptor? Configuration,
    ImmutableArray<ImageDescriptor> Layers)
{
    /// <summary>An index that is not asked for by its type is not found.</summary>
    public static readonly ImmutableArray<string> MediaTypes =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    public Digest Digest { get; } = Digest.Of(Bytes.AsSpan());

    public bool IsIndex => Configuration is null;

    /// <summary>Everything but manifests, each once. A foreign layer is fetched from where its address says and lies in no registry.</summary>
    public IEnumerable<ImageDescriptor> Blobs => Layers
        .Where(layer => !layer.MediaType.Contains("foreign", StringComparison.Ordinal) && !layer.MediaType.Contains("nondistributable", StringComparison.Ordinal))
        .Prepend(Configuration)
        .OfType<ImageDescriptor>()
        .DistinctBy(blob => blob.Digest);

    /// <exception cref="FormatException">The bytes are no manifest and no index.</exception>
    public static ImageManifest Parse(string mediaType, ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes.ToArray());
            var root = json.RootElement;
            return new(
                mediaType,
                [.. bytes],
                Descriptors(root, "manifests"),
                root.TryGetProperty("config", out var configuration) ? Descriptor(configuration) : null,
                Descriptors(root, "layers"));
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException(odd.Message, odd);
        }
    }

    private static ImmutableArray<ImageDescriptor> Descriptors(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(Descriptor)] : [];

    private static ImageDescriptor Descriptor(JsonElement element) => new(
        Text(element, "mediaType"),
        Digest.Read(Text(element, "digest")) ?? throw new FormatException("A digest is none."),
        element.GetProperty("size").GetInt64(),
        element.TryGetProperty("platform", out var platform) ? new(Text(platform, "os"), Text(platform, "architecture"), Text(platform, "variant")) : null);

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
