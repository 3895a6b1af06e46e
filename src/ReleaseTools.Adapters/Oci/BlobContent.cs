using System.Net;
using System.Security.Cryptography;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>A blob on its way from one registry to another, a piece at a time and never whole in memory.</summary>
/// <param name="blob">What it must be.</param>
/// <param name="source">Where it comes from, for messages.</param>
/// <param name="silence">How long it may send nothing.</param>
/// <param name="open">Opens it at its beginning.</param>
internal sealed class BlobContent(ImageDescriptor blob, RegistryName source, TimeSpan silence, Func<CancellationToken, Task<Stream>> open) : HttpContent
{
    private const int Piece = 128 * 1024;

    private readonly AnswerBody _body = new(source, silence);

    /// <summary>Called when it is the source that is waited for.</summary>
    public Action OnWait { get; set; } = () => { };

    /// <summary>Called when a piece has come from there, and goes on.</summary>
    public Action OnBytes { get; set; } = () => { };

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        OnWait();
        await using var bytes = await open(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[Piece];
        var left = blob.Size;

        while (await ReadAsync(bytes, piece, cancellationToken) is > 0 and var count)
        {
            hash.AppendData(piece, 0, count);
            left -= count;
            // The last piece goes when it is known to be right: the registry has no more than a part of anything else.
            if (left <= 0 && (left < 0 || Digest.OfHash(hash.GetCurrentHash()) != blob.Digest))
            {
                throw new ReleaseException(RegistryDiagnostics.OtherContent(source.Text, blob.Digest.Text));
            }

            await stream.WriteAsync(piece.AsMemory(0, count), cancellationToken);
        }

        if (left > 0)
        {
            throw new RegistryFault(source, null, $"it ended {left} bytes before the end of '{blob.Digest}'");
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = blob.Size;
        return true;
    }

    private async Task<int> ReadAsync(Stream bytes, byte[] piece, CancellationToken cancellation)
    {
        OnWait();
        var count = await _body.ReadAsync(bytes, piece, cancellation);
        OnBytes();
        return count;
    }
}
