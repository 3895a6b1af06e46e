using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ReleaseTools.Adapters.GitHub;

/// <summary>How GitHub says that it was asked enough: by the hour, or too much at once.</summary>
/// <param name="Wait">How long it wants to be left alone.</param>
internal sealed record RateLimit(TimeSpan Wait)
{
    /// <summary>What GitHub asks for where it names no time.</summary>
    private static readonly TimeSpan Unnamed = TimeSpan.FromMinutes(1);

    /// <summary>Null where the answer is not about a limit.</summary>
    /// <param name="status">Of the answer.</param>
    /// <param name="headers">Of the answer.</param>
    /// <param name="says">Whether its text says that a limit was reached.</param>
    /// <param name="now">The time.</param>
    public static RateLimit? Find(HttpStatusCode status, HttpResponseHeaders headers, bool says, DateTimeOffset now)
    {
        var isRefusal = status is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;
        var after = headers.RetryAfter is { } retry ? retry.Delta ?? retry.Date - now : null;
        var isSpent = Number(headers, "x-ratelimit-remaining") == 0;

        return !says && status != HttpStatusCode.TooManyRequests && !(isRefusal && (after is not null || isSpent)) ? null
            : new(NotNegative(after ?? (isSpent && Reset(headers) is { } reset ? reset - now : Unnamed)));
    }

    /// <summary>Whether the next question would be one too many.</summary>
    public static bool IsSpent(HttpResponseHeaders headers) => Number(headers, "x-ratelimit-remaining") == 0;

    /// <summary>When a new hour begins; null where it is not said.</summary>
    public static DateTimeOffset? Reset(HttpResponseHeaders headers) => Number(headers, "x-ratelimit-reset") is { } reset ? DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(reset, 0, uint.MaxValue)) : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan NotNegative(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
