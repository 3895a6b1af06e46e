using System.Collections.Immutable;
using System.Text.Json;

namespace ReleaseTools.Images;

/// <summary>What an image says of itself: its platform and its labels.</summary>
internal sealed record ImageConfiguration(ImagePlatform Platform, ImmutableDictionary<string, string> Labels)
{
    public string Version => Labels.GetValueOrDefault("org.opencontainers.image.version", "");

    public string Revision => Labels.GetValueOrDefault("org.opencontainers.image.revision", "");

    /// <exception cref="FormatException">The bytes are no configuration of an image.</exception>
    public static ImageConfiguration Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes.ToArray());
            var root = json.RootElement;
            return new(new(Text(root, "os"), Text(root, "architecture"), Text(root, "variant")), ReadLabels(root));
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            throw new FormatException(odd.Message, odd);
        }
    }

    private static ImmutableDictionary<string, string> ReadLabels(JsonElement root) =>
        root.TryGetProperty("config", out var config) && config.TryGetProperty("Labels"u8, out var labels) && labels.ValueKind == JsonValueKind.Object
            ? labels.EnumerateObject().DistinctBy(label => label.Name).ToImmutableDictionary(label => label.Name, label => label.Value.GetString() ?? "")
            : ImmutableDictionary<string, string>.Empty;

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
