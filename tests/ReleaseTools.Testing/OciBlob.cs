using System.Security.Cryptography;
using System.Text;

namespace ReleaseTools.Testing;

/// <summary>Bytes under their digest, and what they are: a manifest, a configuration, a layer.</summary>
internal sealed record OciBlob(string MediaType, byte[] Content)
{
    public OciBlob(string mediaType, string json)
        : this(mediaType, Encoding.UTF8.GetBytes(json))
    {
    }

    public string Digest { get; } = DigestOf(Content);

    /// <summary>How another document points at this one, with the members only that document knows.</summary>
    public string Descriptor(string members = "") =>
        $$"""{"mediaType":"{{MediaType}}","digest":"{{Digest}}","size":{{Content.Length}}{{members}} }""";

    public static string DigestOf(ReadOnlySpan<byte> content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
