using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Takes an image from one repository to another as it is: blobs, manifests, and the index that names them last.</summary>
/// <param name="source">Where the image is.</param>
/// <param name="target">Where it is to be.</param>
/// <param name="say">Hears of what takes a while.</param>
internal sealed class ImageCopier(OciClient source, OciClient target, Action<string> say)
{
    private const long LongBlob = 4_000_000;

    /// <summary>How many bytes were sent.</summary>
    public long Sent { get; private set; }

    /// <summary>Whether anything had to be copied. What is there by its digest is whole: registries take no manifest before what it names.</summary>
    public async Task<bool> CopyAsync(Digest digest, CancellationToken cancellation)
    {
        if (await target.FindManifestAsync(digest.Text, cancellation) is not null)
        {
            return false;
        }

        var manifest = await ReadAsync(source, digest, cancellation);

        foreach (var child in manifest.Children)
        {
            await CopyAsync(child.Digest, cancellation);
        }

        foreach (var blob in manifest.Blobs)
        {
            await CopyAsync(blob, cancellation);
        }

        await target.PutManifestAsync(digest.Text, manifest, cancellation);
        return true;
    }

    /// <exception cref="ReleaseException">RT7032: the manifest is not there.</exception>
    public static async Task<ImageManifest> ReadAsync(OciClient client, Digest digest, CancellationToken cancellation) =>
        await client.ReadManifestAsync(digest.Text, cancellation) ?? throw new ReleaseException(RegistryDiagnostics.MissingThere(client.Place.ToString(), digest.Text));

    private async Task CopyAsync(ImageDescriptor blob, CancellationToken cancellation)
    {
        if (await target.HasBlobAsync(blob.Digest, cancellation))
        {
            return;
        }

        if (blob.Size >= LongBlob)
        {
            say($"{target.Place}: copying {ByteCount.Text(blob.Size)}, {blob.Digest} …");
        }

        Sent += await target.CopyBlobAsync(blob, source, cancellation) ? blob.Size : 0;
    }
}
