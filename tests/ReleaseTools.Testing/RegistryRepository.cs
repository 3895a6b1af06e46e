using System.Net.Http.Headers;
using System.Text.Json;

namespace ReleaseTools.Testing;

/// <summary>One repository of a registry, read over the distribution API.</summary>
internal sealed class RegistryRepository(string host, string name) : IImageStore
{
    private static readonly HttpClient Client = new();

    /// <summary>An index that is not asked for by its type is not found.</summary>
    private static readonly string[] ManifestTypes =
    [
        "application/vnd.oci.image.index.v1+json",
        "application/vnd.oci.image.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.docker.distribution.manifest.v2+json",
    ];

    /// <summary>A registry lists them in no order, and says null when there are none.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            using var list = JsonDocument.Parse(Get("tags/list"));
            var tags = list.RootElement.GetProperty("tags");
            return tags.ValueKind is JsonValueKind.Null ? [] : [.. tags.EnumerateArray().Select(tag => tag.GetString()!).Order(StringComparer.Ordinal)];
        }
    }

    public byte[] Manifest(string reference) => Get($"manifests/{reference}", ManifestTypes);

    public byte[] Blob(string digest) => Get($"blobs/{digest}");

    private byte[] Get(string path, params string[] types)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{host}/v2/{name}/{path}");

        foreach (var type in types)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }

        using var response = Client.Send(request);
        response.EnsureSuccessStatusCode();
        using var bytes = new MemoryStream();
        response.Content.ReadAsStream().CopyTo(bytes);
        return bytes.ToArray();
    }
}
