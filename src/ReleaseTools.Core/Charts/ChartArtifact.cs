using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Charts;

/// <summary>A packaged chart as a registry keeps it: what it says of itself, the package, perhaps a signature, and a manifest that names them.</summary>
/// <param name="Tag">Its version, in the characters of a tag.</param>
/// <param name="Manifest">Follows from the rest, so that one package has one digest wherever and whenever it is pushed.</param>
/// <param name="Package">The layer that is the chart.</param>
/// <param name="Blobs">All that must be there before the manifest.</param>
internal sealed record ChartArtifact(string Tag, ImageManifest Manifest, ImageDescriptor Package, ImmutableArray<(ImageDescriptor Descriptor, ReadOnlyMemory<byte> Content)> Blobs)
{
    public const string ConfigurationType = "application/vnd.cncf.helm.config.v1+json";

    private const string PackageType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    private const string SignatureType = "application/vnd.cncf.helm.chart.provenance.v1.prov";
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="archive">The package, read.</param>
    /// <param name="package">The package's bytes.</param>
    /// <param name="signature">The file beside it that vouches for it; null for none.</param>
    /// <exception cref="ReleaseException">RT70…: it holds no chart that Helm would load, or its version is too long for a tag.</exception>
    public static ChartArtifact Of(ChartArchive archive, ReadOnlyMemory<byte> package, byte[]? signature)
    {
        var metadata = ChartMetadata.Of(archive.Source);
        var tag = metadata.Version.Replace('+', '_');

        if (tag.Length > ImageTagName.Longest)
        {
            throw new ReleaseException(ImageDiagnostics.TooLong(null, tag, tag.Length.ToString(CultureInfo.InvariantCulture)));
        }

        var configuration = Blob(ConfigurationType, Encoding.UTF8.GetBytes(metadata.Values.ToJsonString(Plain)));
        var chart = Blob(PackageType, package);
        var layers = (signature is null ? [chart] : new[] { chart, Blob(SignatureType, signature) }).OrderBy(layer => layer.Descriptor.Digest.Text, StringComparer.Ordinal).ToArray();

        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ManifestType,
            ["config"] = Json(configuration.Descriptor),
            ["layers"] = new JsonArray([.. layers.Select(layer => Json(layer.Descriptor))]),
            ["annotations"] = Annotations(metadata, archive.Date),
        };

        return new(tag, ImageManifest.Parse(ManifestType, Encoding.UTF8.GetBytes(manifest.ToJsonString(Plain))), chart.Descriptor, [configuration, .. layers]);
    }

    /// <summary>The chart's own annotations win, but for its name and version.</summary>
    private static JsonObject Annotations(ChartMetadata metadata, DateTimeOffset date)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["org.opencontainers.image.created"] = date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["org.opencontainers.image.description"] = metadata.Text("description"),
            ["org.opencontainers.image.url"] = metadata.Text("home"),
            ["org.opencontainers.image.source"] = (metadata.Values["sources"] as JsonArray)?[0]?.GetValue<string>() ?? "",
            ["org.opencontainers.image.authors"] = string.Join(", ", metadata.Maintainers.Select(Author)),
        };

        foreach (var (key, value) in metadata.Values["annotations"] as JsonObject ?? [])
        {
            annotations[key] = value!.GetValue<string>();
        }

        annotations["org.opencontainers.image.title"] = metadata.Name;
        annotations["org.opencontainers.image.version"] = metadata.Version;

        var written = new JsonObject();

        foreach (var (key, value) in annotations.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)))
        {
            written[key] = value;
        }

        return written;
    }

    private static string Author(JsonObject maintainer) =>
        $"{ChartMetadata.TextOf(maintainer, "name")}{(ChartMetadata.TextOf(maintainer, "email") is { Length: > 0 } email ? $" ({email})" : "")}";

    private static (ImageDescriptor Descriptor, ReadOnlyMemory<byte> Content) Blob(string type, ReadOnlyMemory<byte> content) =>
        (new(type, Digest.Of(content.Span), content.Length, Platform: null), content);

    private static JsonObject Json(ImageDescriptor descriptor) => new()
    {
        ["mediaType"] = descriptor.MediaType,
        ["digest"] = descriptor.Digest.Text,
        ["size"] = descriptor.Size,
    };
}
