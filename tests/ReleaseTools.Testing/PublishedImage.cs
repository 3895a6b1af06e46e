using System.Text.Json;

namespace ReleaseTools.Testing;

/// <summary>An image as it can be read back where it was published: under which digest, and what it says of itself on each platform.</summary>
internal sealed record PublishedImage(string Digest, IReadOnlyList<PlatformImage> Platforms)
{
    /// <summary>Reads a tag. An index has an image for every platform; anything else is one.</summary>
    public static PublishedImage Read(IImageStore store, string tag)
    {
        var root = store.Manifest(tag);
        using var json = JsonDocument.Parse(root);

        return new(OciBlob.DigestOf(root), json.RootElement.TryGetProperty("manifests", out var manifests)
            ? [.. manifests.EnumerateArray().Select(manifest => PlatformImage.Read(store, store.Manifest(manifest.GetProperty("digest").GetString()!)))]
            : [PlatformImage.Read(store, root)]);
    }
}
