using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Requests about one repository: authorised, redirected and, where that helps, sent again.</summary>
internal sealed class RegistryConnection : IDisposable
{
    private const int Redirects = 5;
    private const int LongestWords = 300;

    private readonly ImagePlace _place;
    private readonly RegistrySettings _settings;
    private readonly RegistryWire _wire;
    private readonly RegistryAuthorization _authorization;
    private readonly AnswerBody _body;

    public RegistryConnection(ImagePlace place, RegistrySettings settings)
    {
        _place = place;
        _settings = settings;
        _body = new(place.Registry, settings.Silence);
        _wire = new(place.Registry, settings.IsInsecure(place.Registry), settings.Silence);
        _authorization = new(_wire, new CredentialFinder(settings), _body);
    }

    /// <summary>Does a piece of work again where a registry was busy or gone.</summary>
    public Task<T> RetryAsync<T>(Func<Task<T>> attempt, CancellationToken cancellation) => _settings.Retry.RunAsync(attempt, cancellation);

    /// <summary>An address of the repository, as in <c>manifests/1.2.3</c>.</summary>
    public async Task<Uri> AddressAsync(string path, CancellationToken cancellation) => new(await _wire.FindBaseAsync(cancellation), $"{_place.Path}/{path}");

    /// <summary>Sends a request once, as often as its way to an answer needs.</summary>
    /// <param name="address">Of the registry; or another, which no credentials go to.</param>
    /// <param name="make">Makes the request; at every step anew, since its content can be read once.</param>
    /// <param name="alsoScope">What must be allowed besides the repository itself; or empty.</param>
    /// <exception cref="RegistryFault">The registry is busy, full, or gone.</exception>
    /// <exception cref="ReleaseException">RT7023, RT7024, RT7025: the registry does not want us.</exception>
    public async Task<HttpResponseMessage> SendAsync(Uri address, Func<HttpRequestMessage> make, string alsoScope, CancellationToken cancellation)
    {
        var scopes = alsoScope.Length > 0 ? $"{_place.Scope} {alsoScope}" : _place.Scope;

        for (var redirects = 0; ; redirects++)
        {
            var response = await IsOwnAsync(address, cancellation)
                ? await SendAuthorizedAsync(address, make, scopes, cancellation)
                : await SendBareAsync(address, make, cancellation);

            if (redirects == Redirects || FindTarget(response, address) is not { } target)
            {
                return await AcceptAsync(response, cancellation);
            }

            response.Dispose();
            address = target;
        }
    }

    /// <summary>What a registry says of its refusal, made short.</summary>
    public async Task<string> WordsAsync(HttpResponseMessage response, CancellationToken cancellation) => (await HearAsync(response, cancellation)).Words;

    public void Dispose() => _wire.Dispose();

    private async Task<(string Words, bool IsSilence)> HearAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var json = JsonDocument.Parse(await _body.ReadAsync(response, AnswerBody.Short, cancellation) ?? []);
            var words = string.Join("; ", json.RootElement.GetProperty("errors").EnumerateArray().Select(error => $"{Text(error, "code")} {Text(error, "message")}".Trim()));
            return (_authorization.Redact(words.Length > LongestWords ? words[..LongestWords] : words).TrimEnd('.'), false);
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or KeyNotFoundException or RegistryFault)
        {
            return (response.ReasonPhrase ?? "", odd is RegistryFault { IsSilence: true });
        }
    }

    private async Task<HttpResponseMessage> SendAuthorizedAsync(Uri address, Func<HttpRequestMessage> make, string scopes, CancellationToken cancellation)
    {
        var response = await SendBareAsync(address, make, cancellation, _authorization.Find(scopes));

        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        var header = await _authorization.AnswerAsync(_place, scopes, response.Headers.WwwAuthenticate, cancellation);
        response.Dispose();

        if (header is null)
        {
            throw Refused();
        }

        var second = await SendBareAsync(address, make, cancellation, header);
        return second.StatusCode == HttpStatusCode.Unauthorized ? throw Refused() : second;
    }

    private async Task<HttpResponseMessage> SendBareAsync(Uri address, Func<HttpRequestMessage> make, CancellationToken cancellation, AuthenticationHeaderValue? authorization = null)
    {
        using var request = make();
        request.RequestUri = address;
        request.Headers.Authorization = authorization;
        return await _wire.SendAsync(request, cancellation);
    }

    /// <summary>Credentials go to the registry itself, to the same port, in the same way; not to where it sends a request on.</summary>
    private async Task<bool> IsOwnAsync(Uri address, CancellationToken cancellation) =>
        await _wire.FindBaseAsync(cancellation) is var own && own.Scheme == address.Scheme && own.Authority.Equals(address.Authority, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a request is sent on to; never from an address with TLS to one without.</summary>
    private static Uri? FindTarget(HttpResponseMessage response, Uri address) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
        && response.Headers.Location is { } location
        && new Uri(address, location) is var target
        && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && address.Scheme == Uri.UriSchemeHttp))
            ? target
            : null;

    private async Task<HttpResponseMessage> AcceptAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.Forbidden)
        {
            using (response)
            {
                throw new ReleaseException(RegistryDiagnostics.NotAllowed(_place.ToString(), _authorization.Origin));
            }
        }

        if ((int)response.StatusCode is 408 or 429 or >= 500)
        {
            using (response)
            {
                var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - DateTimeOffset.UtcNow : null;
                var (words, isSilence) = await HearAsync(response, cancellation);
                throw new RegistryFault(_place.Registry, (int)response.StatusCode, words, wait is { Ticks: > 0 } ? wait : null) { IsSilence = isSilence };
            }
        }

        return response;
    }

    private static string Text(JsonElement error, string name) => error.TryGetProperty(name, out var text) ? text.ToString() : "";

    private ReleaseException Refused() => new(_authorization.Origin is { Length: > 0 } origin
        ? RegistryDiagnostics.WrongCredentials(_place.Registry.Text, origin)
        : RegistryDiagnostics.NoCredentials(_place.Registry.Text, _authorization.Searched(_place.Registry)));
}
