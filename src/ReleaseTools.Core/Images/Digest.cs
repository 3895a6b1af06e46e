using System.Buffers;
using System.Security.Cryptography;

namespace ReleaseTools.Images;

/// <summary>The name of content by what it is: <c>sha256:</c> and sixty-four hexadecimal digits.</summary>
internal sealed record Digest
{
    private const string Algorithm = "sha256:";
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private Digest(string text) => Text = text;

    public string Text { get; }

    public static Digest Of(ReadOnlySpan<byte> content) => OfHash(SHA256.HashData(content));

    public static Digest OfHash(ReadOnlySpan<byte> hash) => new(Algorithm + Convert.ToHexStringLower(hash));

    /// <summary>Null for what is no such digest: it goes into addresses, so nothing else is let through.</summary>
    public static Digest? Read(string text) =>
        text.StartsWith(Algorithm, StringComparison.Ordinal) && text.Length == Algorithm.Length + (2 * SHA256.HashSizeInBytes) && text.AsSpan(Algorithm.Length).IndexOfAnyExcept(Digits) < 0
            ? new(text)
            : null;

    public override string ToString() => Text;
}
