using System.Globalization;
using System.Text.Json.Nodes;
using NuGet.Versioning;
using ReleaseTools.Images;

namespace ReleaseTools.Charts;

/// <summary>A packaged chart, as an index lists it.</summary>
/// <param name="Metadata">What it says of itself.</param>
/// <param name="Url">Where it is fetched from.</param>
/// <param name="Digest">Of the package.</param>
/// <param name="Created">When it was packaged.</param>
internal sealed record IndexedChart(ChartMetadata Metadata, string Url, Digest Digest, DateTimeOffset Created)
{
    /// <summary>As an index has it, without the name of the algorithm.</summary>
    public string DigestText => PlainDigest(Digest.Text);

    /// <summary>What the index says, the keys in their order there.</summary>
    public JsonObject Values
    {
        get
        {
            var values = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal)
            {
                ["apiVersion"] = "v1",
                ["created"] = Text(Created),
                ["digest"] = DigestText,
                ["urls"] = new JsonArray(Url),
            };

            foreach (var (key, value) in Metadata.Values)
            {
                values[key] = value?.DeepClone();
            }

            return new JsonObject(values);
        }
    }

    public static string PlainDigest(string digest) => digest.StartsWith("sha256:", StringComparison.Ordinal) ? digest["sha256:".Length..] : digest;

    public static string Text(DateTimeOffset date) => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether a version stands before another in an index: the newest first, and what is no version last.</summary>
    public static bool IsBefore(string version, string other) =>
        NuGetVersion.TryParse(version.TrimStart('v'), out var one) && (!NuGetVersion.TryParse(other.TrimStart('v'), out var two) || VersionComparer.VersionRelease.Compare(one, two) > 0);
}
