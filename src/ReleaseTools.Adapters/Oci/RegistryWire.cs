using System.Net;
using System.Net.Security;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>The connections to one registry. What breaks them becomes a <see cref="RegistryFault"/>; redirects and codes are the caller's.</summary>
internal sealed class RegistryWire : IDisposable
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    private readonly RegistryName _registry;
    private readonly TimeSpan _silence;
    private readonly HttpClient _own;
    private readonly HttpClient _others;
    private Uri? _base;

    public RegistryWire(RegistryName registry, bool isInsecure, TimeSpan silence)
    {
        _registry = registry;
        IsInsecure = isInsecure;
        _silence = silence;
#pragma warning disable CA5359 // Only for a registry that the user says is not to be checked, as the SDK and Docker do it.
        _own = Client(isInsecure ? new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true } : new());
#pragma warning restore CA5359
        _others = Client(new());
    }

    public bool IsInsecure { get; }

    /// <summary>The address everything else is below. One that may do without TLS is tried with it first, unless it is this machine.</summary>
    public async Task<Uri> FindBaseAsync(CancellationToken cancellation) =>
        _base ??= _registry.IsLoopback || (IsInsecure && !await SpeaksTlsAsync(cancellation)) ? new($"http://{_registry.Host}/v2/") : new($"https://{_registry.Host}/v2/");

    /// <exception cref="RegistryFault">The connection broke, or was never made.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.CancelAfter(_silence);

        if (request.Content is BlobContent blob)
        {
            blob.OnWait = () => watch.CancelAfter(Timeout.InfiniteTimeSpan);
            blob.OnBytes = () => watch.CancelAfter(_silence);
        }

        try
        {
            return await (IsOwn(request.RequestUri!) ? _own : _others).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw broken.InnerException is RegistryFault own ? own : new RegistryFault(_registry, null, broken.Message.TrimEnd('.'), cause: broken);
        }
        catch (OperationCanceledException) when (watch.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RegistryFault(_registry, null, $"it was silent for {_silence.TotalSeconds} s") { IsSilence = true };
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new RegistryFault(_registry, null, $"no connection came about in {ConnectPatience.TotalSeconds} s", cause: slow);
        }
    }

    public void Dispose()
    {
        _own.Dispose();
        _others.Dispose();
    }

    private static HttpClient Client(SslClientAuthenticationOptions tls) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectPatience,
        SslOptions = tls,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "User-Agent", "dotnet-release" } },
    };

    /// <summary>What the user says of a registry is said of no token service and of no storage that it sends us to.</summary>
    private bool IsOwn(Uri address) => new Uri($"{address.Scheme}://{_registry.Host}/").Authority.Equals(address.Authority, StringComparison.OrdinalIgnoreCase);

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
