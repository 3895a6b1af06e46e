using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>What comes behind the headers of an answer: with an end to the patience for each piece, and to its length.</summary>
/// <param name="registry">Whose fault it is if it does not come.</param>
/// <param name="silence">How long a piece may take.</param>
internal sealed class AnswerBody(RegistryName registry, TimeSpan silence)
{
    /// <summary>More than a token or the words of a refusal have.</summary>
    public const int Short = 256 * 1024;

    private const int Piece = 64 * 1024;

    /// <summary>Null where it is longer than that.</summary>
    /// <exception cref="RegistryFault">It broke off, or nothing more came.</exception>
    public async Task<byte[]?> ReadAsync(HttpResponseMessage response, int longest, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var piece = new byte[Piece];
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);

        while (await ReadAsync(body, piece, cancellation) is > 0 and var count)
        {
            if (bytes.Length + count > longest)
            {
                return null;
            }

            bytes.Write(piece, 0, count);
        }

        return bytes.ToArray();
    }

    /// <exception cref="RegistryFault">It broke off, or nothing more came.</exception>
    public async Task<int> ReadAsync(Stream body, Memory<byte> piece, CancellationToken cancellation)
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.CancelAfter(silence);

        try
        {
            return await body.ReadAsync(piece, watch.Token);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new RegistryFault(registry, null, broken.Message.TrimEnd('.'), cause: broken);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new RegistryFault(registry, null, $"it fell silent within an answer, for {silence.TotalSeconds} s") { IsSilence = true };
        }
    }
}
