using System.Net;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Stores content that is here, rather than in another registry, in one repository.</summary>
internal sealed class BlobUpload(ImagePlace place, RegistrySettings settings) : IDisposable
{
    private readonly RegistryConnection _connection = new(place, settings);

    /// <exception cref="ReleaseException">RT702…: the registry does not take it.</exception>
    public Task PutAsync(ImageDescriptor blob, ReadOnlyMemory<byte> content, CancellationToken cancellation) => _connection.RetryAsync(
        async () =>
        {
            var start = await _connection.AddressAsync("blobs/uploads/", cancellation);
            using var begun = await _connection.SendAsync(start, () => new() { Method = HttpMethod.Post, Content = new ByteArrayContent([]) }, "", cancellation);
            await ExpectAsync(begun, HttpStatusCode.Accepted, "POST blobs/uploads/", cancellation);

            // The address is the registry's secret: whatever stands in it stays.
            var upload = new Uri(start, begun.Headers.Location ?? start);
            var target = new Uri($"{upload.AbsoluteUri}{(upload.Query.Length > 0 ? '&' : '?')}digest={Uri.EscapeDataString(blob.Digest.Text)}");
            using var done = await _connection.SendAsync(target, () => new() { Method = HttpMethod.Put, Content = Content(blob, content) }, "", cancellation);
            return await ExpectAsync(done, HttpStatusCode.Created, "PUT blobs/uploads/", cancellation);
        },
        cancellation);

    public void Dispose() => _connection.Dispose();

    private BlobContent Content(ImageDescriptor blob, ReadOnlyMemory<byte> content) =>
        new(blob, place.Registry, settings.Silence, _ => Task.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false))) { Headers = { ContentType = new("application/octet-stream") } };

    private async Task<bool> ExpectAsync(HttpResponseMessage response, HttpStatusCode expected, string request, CancellationToken cancellation) => response.StatusCode == expected
        ? true
        : throw new ReleaseException(response.StatusCode == HttpStatusCode.NotFound
            ? RegistryDiagnostics.NoSuchRepository(place.ToString())
            : RegistryDiagnostics.OddAnswer(place.Registry.Text, request, (int)response.StatusCode, await _connection.WordsAsync(response, cancellation)));
}
