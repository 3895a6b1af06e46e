using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Says to one registry who asks, in the way it wants to be told: not at all, by name and password, or by a token.</summary>
/// <param name="wire">The way to the registry, and to where it hands out tokens.</param>
/// <param name="finder">Where credentials are looked for.</param>
/// <param name="body">How an answer is read.</param>
internal sealed class RegistryAuthorization(RegistryWire wire, CredentialFinder finder, AnswerBody body)
{
    private readonly ConcurrentDictionary<string, AuthenticationHeaderValue> _headers = new();
    private RegistryCredential? _credential;
    private bool _isSought;

    /// <summary>What worked for these scopes before; null at the first time.</summary>
    public AuthenticationHeaderValue? Find(string scopes) => _headers.GetValueOrDefault(scopes);

    /// <summary>What credentials were sent, for messages; empty where none are known.</summary>
    public string Origin => _credential?.Origin ?? "";

    public string Redact(string words) => _credential?.Redact(words) ?? words;

    /// <summary>Where it was looked in vain.</summary>
    public string Searched(RegistryName registry) => finder.Searched(registry);

    /// <summary>Answers the challenge of a registry; null where there is nothing to answer with.</summary>
    /// <exception cref="ReleaseException">RT7023, RT7029 and on: credentials are not accepted, not safe to send, or not to be read.</exception>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(ImagePlace place, string scopes, HttpHeaderValueCollection<AuthenticationHeaderValue> challenges, CancellationToken cancellation)
    {
        if (!_isSought)
        {
            _credential = await finder.FindAsync(place, cancellation);
            _isSought = true;
        }

        var known = challenges.Select(challenge => AuthChallenge.Parse(challenge.Scheme, challenge.Parameter ?? "")).ToArray();

        var header = known.FirstOrDefault(challenge => challenge.Scheme == "bearer") is { } bearer ? new("Bearer", await FetchTokenAsync(place.Registry, bearer, scopes, cancellation))
            : known.Any(challenge => challenge.Scheme == "basic") && _credential is { IsIdentityToken: false } ? new AuthenticationHeaderValue("Basic", _credential.Basic)
            : null;

        if (header is not null)
        {
            _headers[scopes] = header;
        }

        return header;
    }

    private async Task<string> FetchTokenAsync(RegistryName registry, AuthChallenge challenge, string scopes, CancellationToken cancellation)
    {
        var realm = Safe(registry, challenge.Realm);
        string[] all = [.. scopes.Split(' ').Concat(challenge.Scopes).Distinct()];
        using var request = _credential is { IsIdentityToken: true } ? Exchange(realm, challenge, all) : Question(realm, challenge, all);
        using var response = await wire.SendAsync(request, cancellation);

        if ((int)response.StatusCode is 400 or 401 or 403)
        {
            throw new ReleaseException(_credential is null
                ? RegistryDiagnostics.NoCredentials(registry.Text, finder.Searched(registry))
                : RegistryDiagnostics.WrongCredentials(registry.Text, _credential.Origin));
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new RegistryFault(registry, (int)response.StatusCode, $"from its token service '{realm.Host}'");
        }

        return Read(await body.ReadAsync(response, AnswerBody.Short, cancellation) ?? [])
            ?? throw new ReleaseException(RegistryDiagnostics.OddAnswer(registry.Text, realm.AbsolutePath, (int)response.StatusCode, "there is no token in it"));
    }

    private HttpRequestMessage Question(Uri realm, AuthChallenge challenge, IEnumerable<string> scopes)
    {
        var query = scopes.Select(scope => $"scope={Uri.EscapeDataString(scope)}").Prepend($"service={Uri.EscapeDataString(challenge.Service)}");
        var separator = realm.Query.Length > 0 ? '&' : '?';

        return new(HttpMethod.Get, new Uri($"{realm.AbsoluteUri}{separator}{string.Join('&', query)}"))
        {
            Headers = { Authorization = _credential is null ? null : new("Basic", _credential.Basic) },
        };
    }

    private HttpRequestMessage Exchange(Uri realm, AuthChallenge challenge, IEnumerable<string> scopes) => new(HttpMethod.Post, realm)
    {
        Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["service"] = challenge.Service,
            ["client_id"] = "dotnet-release",
            ["scope"] = string.Join(' ', scopes),
            ["refresh_token"] = _credential!.Secret,
        }),
    };

    /// <summary>A registry may name another host for tokens, but credentials go there only where nobody on the way can read them.</summary>
    private Uri Safe(RegistryName registry, string realm) =>
        Uri.TryCreate(realm, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && wire.IsInsecure && address.Authority.Equals(registry.Host, StringComparison.OrdinalIgnoreCase)))
            ? address
            : throw new ReleaseException(RegistryDiagnostics.UnsafeRealm(registry.Text, realm));

    private static string? Read(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return Text(json.RootElement, "token") ?? Text(json.RootElement, "access_token");
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
