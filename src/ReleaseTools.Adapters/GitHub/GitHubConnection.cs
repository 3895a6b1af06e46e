using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>
/// The one address of GitHub that questions go to, with the token that is for it. It is never left: a redirect is no answer. What is
/// busy or gone is asked again, a limit that ends soon is waited for.
/// </summary>
internal sealed class GitHubConnection : IDisposable
{
    /// <summary>More than a hundred pull requests with a hundred labels each take.</summary>
    private const int LongestAnswer = 8 * 1024 * 1024;

    private const int Piece = 64 * 1024;

    private readonly GitHubAccess _access;
    private readonly GitHubPatience _patience;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    public GitHubConnection(GitHubAccess access, GitHubPatience patience, TimeProvider clock)
    {
        _access = access;
        _patience = patience;
        _clock = clock;
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !access.Endpoint.IsLoopback, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = patience.Silence })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "User-Agent", "dotnet-release" }, { "Accept", "application/json" } },
        };
    }

    /// <summary>Whether the last answer was the last one for this hour.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>When it answers again, as far as it said so.</summary>
    public DateTimeOffset SpentUntil { get; private set; }

    /// <exception cref="GitHubFault">GitHub is busy, or not there, and was so at every attempt.</exception>
    /// <exception cref="ReleaseException">RT4375 to RT4377, RT4379: it does not want us, or what it says is no answer.</exception>
    public async Task<JsonDocument> AskAsync(byte[] question, CancellationToken cancellation)
    {
        var hasWaited = false;

        for (var failed = 0; ;)
        {
            try
            {
                var (answer, limit) = await AskOnceAsync(question, cancellation);

                if (answer is not null)
                {
                    return answer;
                }

                if (hasWaited || limit!.Wait > GitHubPatience.LongestPause)
                {
                    throw new ReleaseException(OnlineDiagnostics.LimitReached(_access.Endpoint.Authority, _clock.GetUtcNow() + limit!.Wait));
                }

                hasWaited = true;
                await Task.Delay(limit.Wait, _clock, cancellation);
            }
            catch (GitHubFault) when (failed < _patience.Waits.Length)
            {
                await Task.Delay(_patience.Waits[failed++], _clock, cancellation);
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<(JsonDocument? Answer, RateLimit? Limit)> AskOnceAsync(byte[] question, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _access.Endpoint) { Content = new ByteArrayContent(question) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _access.Token);
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.CancelAfter(_patience.Silence);

        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token);
            var body = await ReadAsync(response, watch.Token);
            var answer = body is null ? null : GraphQlAnswer.Parse(body);
            var now = _clock.GetUtcNow();
            IsSpent = RateLimit.IsSpent(response.Headers);
            SpentUntil = RateLimit.Reset(response.Headers) ?? now;

            if (RateLimit.Find(response.StatusCode, response.Headers, GraphQlAnswer.SaysLimit(answer), now) is { } limit)
            {
                answer?.Dispose();
                return (null, limit);
            }

            return (Accepted(response, answer, isTooLong: body is null), null);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new GitHubFault(null, broken.Message.TrimEnd('.'), broken);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new GitHubFault(null, $"it was silent for {_patience.Silence.TotalSeconds} s", slow);
        }
    }

    private JsonDocument Accepted(HttpResponseMessage response, JsonDocument? answer, bool isTooLong)
    {
        var status = (int)response.StatusCode;

        if (response.StatusCode == HttpStatusCode.OK && answer is not null)
        {
            return answer;
        }

        using (answer)
        {
            throw status switch
            {
                401 => new ReleaseException(OnlineDiagnostics.Refused(_access.Endpoint.Authority, _access.Origin)),
                403 => new ReleaseException(OnlineDiagnostics.NotAllowed(_access.Endpoint.Authority, _access.Origin, Redact(GraphQlAnswer.Message(answer)))),
                408 or >= 500 => new GitHubFault(status, $"status {status}"),
                _ => new ReleaseException(OnlineDiagnostics.NoAnswer(_access.Endpoint.Authority, isTooLong ? $"an answer of more than {LongestAnswer / 1024 / 1024} MiB" : status == 200 ? "something that is no answer of GraphQL" : $"status {status}")),
            };
        }
    }

    /// <summary>Whoever repeats our words does not get them into a log.</summary>
    public string Redact(string words) => words.Replace(_access.Token, "***", StringComparison.Ordinal);

    /// <summary>Null where it is too long.</summary>
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[Piece];
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);

        while (await body.ReadAsync(piece, cancellation) is > 0 and var count)
        {
            if (bytes.Length + count > LongestAnswer)
            {
                return null;
            }

            bytes.Write(piece, 0, count);
        }

        return bytes.ToArray();
    }
}
