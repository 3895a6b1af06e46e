using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReleaseTools.Text;

namespace ReleaseTools.Images;

/// <summary>What a publish made, for a later step that signs, copies or verifies it.</summary>
internal sealed class ImageRecord
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _index;
    private readonly ImmutableArray<(ImagePlatform Platform, Digest Digest)> _platforms;

    private ImageRecord(Digest digest, string index, ImmutableArray<(ImagePlatform Platform, Digest Digest)> platforms) =>
        (Digest, _index, _platforms) = (digest, index, platforms);

    /// <summary>Of the index, or of the only manifest.</summary>
    public Digest Digest { get; }

    /// <summary>An image of several platforms.</summary>
    /// <param name="index">As it was pushed.</param>
    public static ImageRecord OfIndex(string index)
    {
        var manifest = ImageManifest.Parse("", Encoding.UTF8.GetBytes(index));
        return new(manifest.Digest, index, [.. manifest.Children.Where(child => child.Platform is not null).Select(child => (child.Platform!, child.Digest))]);
    }

    /// <summary>An image of one platform.</summary>
    /// <param name="digest">Of its manifest.</param>
    /// <param name="configuration">As it was pushed.</param>
    public static ImageRecord OfManifest(Digest digest, string configuration) =>
        new(digest, "", [(ImageConfiguration.Parse(Encoding.UTF8.GetBytes(configuration)).Platform, digest)]);

    /// <summary>The record as JSON: every place the image is at, and what it is there.</summary>
    public byte[] Write(IEnumerable<PublishedPlace> places)
    {
        using var bytes = new MemoryStream();

        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartArray();

            foreach (var place in places)
            {
                Write(writer, place);
            }

            writer.WriteEndArray();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private void Write(Utf8JsonWriter writer, PublishedPlace place)
    {
        writer.WriteStartObject();
        writer.WriteString("registry", place.Registry);
        writer.WriteString("repository", place.Repository);
        writer.WritePropertyName("tags");
        JsonText.WriteValue(writer, place.Tags);
        writer.WriteString("digest", Digest.Text);
        writer.WriteStartArray("platforms");

        foreach (var (platform, digest) in _platforms)
        {
            writer.WriteStartObject();
            writer.WriteString("os", platform.Os);
            writer.WriteString("architecture", platform.Architecture);
            writer.WriteString("variant", platform.Variant);
            writer.WriteString("digest", digest.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("index");
        writer.WriteRawValue(_index.Length > 0 ? _index : "null");
        writer.WriteEndObject();
    }
}
