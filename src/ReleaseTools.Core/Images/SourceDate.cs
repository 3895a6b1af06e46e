using System.Globalization;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Images;

/// <summary>The date that <c>SOURCE_DATE_EPOCH</c> gives whatever a build makes: seconds since 1970, in UTC.</summary>
internal static class SourceDate
{
    /// <returns>As labels have it, <c>2026-01-01T00:03:00Z</c>.</returns>
    /// <exception cref="ReleaseException">RT7035: the text is no number of seconds.</exception>
    public static string Parse(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : throw new ReleaseException(RegistryDiagnostics.NotASourceDate(text));
}
