using System.Net;
using System.Net.Security;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>The connections to one registry. What breaks them becomes a <see cref="RegistryFault"/>; redirects and codes are the caller's.</summary>
internal sealed class RegistryWire : IDisposable
{
    /// <summary>Long enough for a registry that puts a large layer together, and an end for one that has fallen silent.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private readonly RegistryName _registry;
    private readonly HttpClient _client;
    private Uri? _base;

    public RegistryWire(RegistryName registry, bool isInsecure)
    {
        _registry = registry;
        IsInsecure = isInsecure;
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(15),
#pragma warning disable CA5359 // Only for a registry that the user says is not to be checked, as the SDK and Docker do it.
            SslOptions = isInsecure ? new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true } : new(),
#pragma warning restore CA5359
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", "dotnet-release" } },
        };
    }

    public bool IsInsecure { get; }

    /// <summary>The address everything else is below. One that may do without TLS is tried with it first, unless it is this machine.</summary>
    public async Task<Uri> FindBaseAsync(CancellationToken cancellation) =>
        _base ??= _registry.IsLoopback || (IsInsecure && !await SpeaksTlsAsync(cancellation)) ? new($"http://{_registry.Host}/v2/") : new($"https://{_registry.Host}/v2/");

    /// <exception cref="RegistryFault">The connection broke, or was never made.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.CancelAfter(Silence);

        if (request.Content is BlobContent blob)
        {
            blob.OnBytes = () => watch.CancelAfter(Silence);
        }

        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw broken.InnerException is RegistryFault own ? own : new RegistryFault(_registry, null, broken.Message.TrimEnd('.'), cause: broken);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RegistryFault(_registry, null, $"it was silent for {Silence.TotalMinutes} minutes");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<bool> SpeaksTlsAsync(CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{_registry.Host}/v2/");
            using var answer = await SendAsync(request, cancellation);
            return true;
        }
        catch (RegistryFault)
        {
            return false;
        }
    }
}
