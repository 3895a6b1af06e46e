using System.Text.Json;

namespace ReleaseTools.Testing;

/// <summary>The image of one platform, as in <c>linux/arm64</c>, with the labels of its configuration.</summary>
internal sealed record PlatformImage(string Platform, string Digest, IReadOnlyDictionary<string, string> Labels)
{
    public static PlatformImage Read(IImageStore store, byte[] manifest)
    {
        using var json = JsonDocument.Parse(manifest);
        using var configuration = JsonDocument.Parse(store.Blob(json.RootElement.GetProperty("config").GetProperty("digest").GetString()!));
        var root = configuration.RootElement;

        return new(
            $"{root.GetProperty("os").GetString()}/{root.GetProperty("architecture").GetString()}",
            OciBlob.DigestOf(manifest),
            root.GetProperty("config").TryGetProperty("Labels"u8, out var labels)
                ? labels.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!)
                : new Dictionary<string, string>());
    }
}
