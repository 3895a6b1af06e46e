using System.Buffers.Binary;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression.Streams;

namespace ReleaseTools.Charts;

/// <summary>
/// Writes a gzip file without a date and a name. The compressor is managed code of one version, since that of the runtime is native and
/// gives other bytes on other systems.
/// </summary>
internal static class GzipFile
{
    /// <summary>Deflate, no flags, no time, the slowest compression, and no word on the system.</summary>
    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF];

    public static byte[] Compress(byte[] content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Header);

        using (var deflate = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, noZlibHeaderOrFooter: true)) { IsStreamOwner = false })
        {
            deflate.Write(content);
        }

        var check = new Crc32();
        check.Update(content);
        Span<byte> end = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(end, (uint)check.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(end[4..], (uint)content.Length);
        bytes.Write(end);
        return bytes.ToArray();
    }
}
