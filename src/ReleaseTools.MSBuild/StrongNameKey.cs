using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ReleaseTools.MSBuild;

/// <summary>The public half of the key an assembly is signed with, as its name carries it (ECMA-335, II.6.2.1.3 and II.6.3).</summary>
/// <param name="PublicKey">In lower-case hexadecimal digits.</param>
/// <param name="Token">The last eight bytes of the key's SHA-1, backwards, in hexadecimal digits.</param>
internal sealed record StrongNameKey(string PublicKey, string Token)
{
    private const int SignatureAlgorithm = 0x2400;
    private const int HashAlgorithm = 0x8004;
    private const byte PrivateKeyBlob = 7;
    private const int HeaderLength = 12;

    /// <summary>Reads a key file, whether it holds a pair of keys or the public one only; null where it is neither.</summary>
    public static StrongNameKey? Read(byte[] file)
    {
        try
        {
            var key = file is [PrivateKeyBlob, ..] ? PublicHalf(file) : file;
            return key.Length > HeaderLength ? new(Convert.ToHexStringLower(key), TokenOf(key)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] PublicHalf(byte[] pair)
    {
        using var keys = new RSACryptoServiceProvider();
        keys.ImportCspBlob(pair);
        var blob = keys.ExportCspBlob(includePrivateParameters: false);
        // The blob says it is for exchange; the name says it is for signing.
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), SignatureAlgorithm);

        var key = new byte[HeaderLength + blob.Length];
        BinaryPrimitives.WriteInt32LittleEndian(key, SignatureAlgorithm);
        BinaryPrimitives.WriteInt32LittleEndian(key.AsSpan(4), HashAlgorithm);
        BinaryPrimitives.WriteInt32LittleEndian(key.AsSpan(8), blob.Length);
        blob.CopyTo(key, HeaderLength);
        return key;
    }

#pragma warning disable CA5350 // What a token is, is not ours to choose.
    private static string TokenOf(byte[] key) => Convert.ToHexStringLower([.. SHA1.HashData(key)[^8..].Reverse()]);
#pragma warning restore CA5350
}
