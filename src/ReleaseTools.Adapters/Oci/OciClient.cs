using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>One repository of a registry, over the OCI distribution API.</summary>
internal sealed class OciClient(ImagePlace place, RegistrySettings settings) : IDisposable
{
    /// <summary>More than any manifest or configuration has; four megabytes is what registries take.</summary>
    private const int LongestDocument = 8 * 1024 * 1024;

    private readonly RegistryConnection _connection = new(place, settings);
    private readonly AnswerBody _body = new(place.Registry, settings.Silence);

    public ImagePlace Place => place;

    /// <summary>The manifest or index behind a tag or a digest, byte for byte; null where there is none.</summary>
    /// <exception cref="ReleaseException">RT7028: what came is not of that digest.</exception>
    public Task<ImageManifest?> ReadManifestAsync(string reference, CancellationToken cancellation) => _connection.RetryAsync(
        async () =>
        {
            using var response = await SendAsync(HttpMethod.Get, $"manifests/{reference}", Accepting, cancellation);

            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            await ExpectAsync(response, HttpStatusCode.OK, $"GET manifests/{reference}", cancellation);
            var bytes = await ReadAsync(response, $"GET manifests/{reference}", cancellation);
            var manifest = Parse(response, bytes, reference);
            return Digest.Read(reference) is { } digest && manifest.Digest != digest ? throw Other(digest) : manifest;
        },
        cancellation);

    /// <summary>The digest a tag or digest is stored under; null where there is none.</summary>
    public Task<Digest?> FindManifestAsync(string reference, CancellationToken cancellation) => _connection.RetryAsync(
        async () =>
        {
            using var response = await SendAsync(HttpMethod.Head, $"manifests/{reference}", Accepting, cancellation);

            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            await ExpectAsync(response, HttpStatusCode.OK, $"HEAD manifests/{reference}", cancellation);

            // Some registries leave the header out; then the content tells.
            return response.Headers.TryGetValues("Docker-Content-Digest", out var digests) && Digest.Read(digests.First()) is { } digest
                ? digest
                : (await ReadManifestAsync(reference, cancellation))?.Digest;
        },
        cancellation);

    /// <summary>Stores the bytes as they are, under a digest or a tag.</summary>
    public Task PutManifestAsync(string reference, ImageManifest manifest, CancellationToken cancellation) => _connection.RetryAsync(
        async () =>
        {
            using var response = await SendAsync(HttpMethod.Put, $"manifests/{reference}", request => request.Content = new ByteArrayContent(manifest.Bytes.AsSpan().ToArray()) { Headers = { ContentType = new(manifest.MediaType) } }, cancellation);
            await ExpectAsync(response, HttpStatusCode.Created, $"PUT manifests/{reference}", cancellation);
            return true;
        },
        cancellation);

    public Task<bool> HasBlobAsync(Digest digest, CancellationToken cancellation) => _connection.RetryAsync(
        async () =>
        {
            using var response = await SendAsync(HttpMethod.Head, $"blobs/{digest}", _ => { }, cancellation);
            return response.StatusCode != HttpStatusCode.NotFound && await ExpectAsync(response, HttpStatusCode.OK, $"HEAD blobs/{digest}", cancellation);
        },
        cancellation);

    /// <summary>A small blob, such as a configuration.</summary>
    public Task<byte[]> ReadBlobAsync(Digest digest, CancellationToken cancellation) => _connection.RetryAsync(
        async () =>
        {
            using var response = await OpenAsync(digest, cancellation);
            var bytes = await ReadAsync(response, $"GET blobs/{digest}", cancellation);
            return Digest.Of(bytes) == digest ? bytes : throw Other(digest);
        },
        cancellation);

    /// <summary>Takes a blob over from another repository: without sending it where both are in one registry.</summary>
    /// <returns>Whether it was sent.</returns>
    public Task<bool> CopyBlobAsync(ImageDescriptor blob, OciClient source, CancellationToken cancellation) => _connection.RetryAsync(
        async () =>
        {
            var isNeighbour = source.Place.Registry == place.Registry;
            var query = isNeighbour ? $"?mount={Uri.EscapeDataString(blob.Digest.Text)}&from={Uri.EscapeDataString(source.Place.Path)}" : "";
            var start = await _connection.AddressAsync($"blobs/uploads/{query}", cancellation);
            using var begun = await _connection.SendAsync(start, () => new() { Method = HttpMethod.Post, Content = new ByteArrayContent([]) }, isNeighbour ? $"repository:{source.Place.Path}:pull" : "", cancellation);

            return begun.StatusCode != HttpStatusCode.Created
                && await ExpectAsync(begun, HttpStatusCode.Accepted, "POST blobs/uploads/", cancellation)
                && await UploadAsync(blob, source, new Uri(start, begun.Headers.Location ?? start), cancellation);
        },
        cancellation);

    /// <summary>In the registry's order, which is none.</summary>
    public async Task<IReadOnlyList<string>> ListTagsAsync(CancellationToken cancellation)
    {
        var tags = new List<string>();

        for (var page = "tags/list?n=1000"; page.Length > 0;)
        {
            using var response = await _connection.RetryAsync(() => SendAsync(HttpMethod.Get, page, _ => { }, cancellation), cancellation);

            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return tags;
            }

            await ExpectAsync(response, HttpStatusCode.OK, "GET tags/list", cancellation);
            using var json = JsonDocument.Parse(await ReadAsync(response, "GET tags/list", cancellation));
            var list = json.RootElement.GetProperty("tags");

            // An empty list is written as null.
            tags.AddRange(list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(tag => tag.GetString()!) : []);
            page = response.Headers.Contains("Link") && tags.Count > 0 ? $"tags/list?n=1000&last={Uri.EscapeDataString(tags[^1])}" : "";
        }

        return tags;
    }

    public void Dispose() => _connection.Dispose();

    private async Task<bool> UploadAsync(ImageDescriptor blob, OciClient source, Uri upload, CancellationToken cancellation)
    {
        // The address is the registry's secret: whatever stands in it stays.
        var target = new Uri($"{upload.AbsoluteUri}{(upload.Query.Length > 0 ? '&' : '?')}digest={Uri.EscapeDataString(blob.Digest.Text)}");
        using var done = await _connection.SendAsync(
            target,
            () => new() { Method = HttpMethod.Put, Content = new BlobContent(blob, source.Place.Registry, settings.Silence, source.OpenStreamAsync(blob.Digest)) { Headers = { ContentType = new("application/octet-stream") } } },
            "",
            cancellation);
        return await ExpectAsync(done, HttpStatusCode.Created, "PUT blobs/uploads/", cancellation);
    }

    private Func<CancellationToken, Task<Stream>> OpenStreamAsync(Digest digest) =>
        async cancellation => await (await OpenAsync(digest, cancellation)).Content.ReadAsStreamAsync(cancellation);

    private async Task<HttpResponseMessage> OpenAsync(Digest digest, CancellationToken cancellation)
    {
        var response = await SendAsync(HttpMethod.Get, $"blobs/{digest}", _ => { }, cancellation);

        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            response.Dispose();
            throw new ReleaseException(RegistryDiagnostics.MissingThere(place.ToString(), digest.Text));
        }

        await ExpectAsync(response, HttpStatusCode.OK, $"GET blobs/{digest}", cancellation);
        return response;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage> shape, CancellationToken cancellation) =>
        await _connection.SendAsync(
            await _connection.AddressAsync(path, cancellation),
            () =>
            {
                var request = new HttpRequestMessage { Method = method };
                shape(request);
                return request;
            },
            "",
            cancellation);

    private static void Accepting(HttpRequestMessage request)
    {
        foreach (var type in ImageManifest.MediaTypes)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }
    }

    private async Task<bool> ExpectAsync(HttpResponseMessage response, HttpStatusCode expected, string request, CancellationToken cancellation) => response.StatusCode == expected
        ? true
        : throw new ReleaseException(response.StatusCode == HttpStatusCode.NotFound && request.StartsWith('P')
            ? RegistryDiagnostics.NoSuchRepository(place.ToString())
            : RegistryDiagnostics.OddAnswer(place.Registry.Text, request, (int)response.StatusCode, await _connection.WordsAsync(response, cancellation)));

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, string request, CancellationToken cancellation) =>
        await _body.ReadAsync(response, LongestDocument, cancellation)
        ?? throw new ReleaseException(RegistryDiagnostics.OddAnswer(place.Registry.Text, request, (int)response.StatusCode, "it is too long"));

    private ImageManifest Parse(HttpResponseMessage response, byte[] bytes, string reference)
    {
        try
        {
            return ImageManifest.Parse(response.Content.Headers.ContentType?.MediaType ?? "", bytes);
        }
        catch (FormatException)
        {
            throw new ReleaseException(RegistryDiagnostics.OddAnswer(place.Registry.Text, $"GET manifests/{reference}", (int)response.StatusCode, "it is no manifest"));
        }
    }

    private ReleaseException Other(Digest digest) => new(RegistryDiagnostics.OtherContent(place.Registry.Text, digest.Text));
}
