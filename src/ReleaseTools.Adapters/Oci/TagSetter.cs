using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Gives an image that is in a repository its tags there, the exact one first.</summary>
/// <param name="client">The repository.</param>
/// <param name="manifest">What the tags are to name.</param>
/// <param name="source">Where it came from.</param>
/// <param name="say">Hears of tags that stay with another image.</param>
internal sealed class TagSetter(OciClient client, ImageManifest manifest, ImagePlace source, Action<string> say)
{
    /// <param name="tags">The exact one first.</param>
    /// <param name="claim">What may be taken from another image; null where everything may.</param>
    /// <returns>The tags that name the image, and whether any had to be set.</returns>
    /// <exception cref="ReleaseException">RT7033 or RT7034: a release has another content there.</exception>
    public async Task<(ImmutableArray<string> Tags, bool IsChanged)> SetAsync(ImmutableArray<string> tags, TagClaim? claim, CancellationToken cancellation)
    {
        var named = ImmutableArray.CreateBuilder<string>();
        var isChanged = false;

        foreach (var tag in tags)
        {
            var there = await client.FindManifestAsync(tag, cancellation);

            if (there != manifest.Digest)
            {
                if (there is not null && claim is not null && await StaysAsync(tag, claim.IsExact(tags, tag), claim, cancellation))
                {
                    continue;
                }

                await client.PutManifestAsync(tag, manifest, cancellation);
                isChanged = true;
            }

            named.Add(tag);
        }

        return (named.ToImmutable(), isChanged);
    }

    private async Task<bool> StaysAsync(string tag, bool isExact, TagClaim claim, CancellationToken cancellation)
    {
        if (isExact)
        {
            return claim.IsReleased && await ImageFinder.FindAsync(client, tag, cancellation) is { } taken
                ? throw new ReleaseException(claim.Refuse(tag, source, manifest.Digest, taken))
                : false;
        }

        if (await ImageFinder.FindFloatingAsync(client, tag, say, cancellation) is not { } other || claim.MayTakeFrom(other.Version))
        {
            return false;
        }

        say($"{client.Place}:{tag} stays with {(other.Version.Length > 0 ? other.Version : "another image")}.");
        return true;
    }
}
