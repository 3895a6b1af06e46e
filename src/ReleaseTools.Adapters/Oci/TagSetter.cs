using System.Collections.Immutable;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Gives an image that is in a repository its tags there, the exact one first.</summary>
/// <param name="client">The repository.</param>
/// <param name="manifest">What the tags are to name.</param>
/// <param name="say">Hears of tags that stay with another image.</param>
internal sealed class TagSetter(OciClient client, ImageManifest manifest, Action<string> say)
{
    /// <summary>All tags go to what was just pushed.</summary>
    /// <returns>Whether any had to be set.</returns>
    public async Task<bool> SetAsync(ImmutableArray<string> tags, CancellationToken cancellation)
    {
        var isChanged = false;

        foreach (var tag in tags)
        {
            isChanged |= await SetAsync(tag, cancellation);
        }

        return isChanged;
    }

    /// <summary>An image that was there before gets the tags that are free or with an earlier version: <c>latest</c> may be further by now.</summary>
    /// <returns>The tags that name the image, and whether any had to be set.</returns>
    public async Task<(ImmutableArray<string> Tags, bool IsChanged)> CompleteAsync(ImmutableArray<string> tags, string version, CancellationToken cancellation)
    {
        var isChanged = await SetAsync(tags[0], cancellation);
        var named = ImmutableArray.Create(tags[0]);

        foreach (var tag in tags[1..])
        {
            if (await OtherAsync(tag, cancellation) is { } other && !FloatingTag.MayMove(other.Version, version))
            {
                say($"{client.Place}:{tag} stays with {(other.Version.Length > 0 ? other.Version : "another image")}.");
                continue;
            }

            isChanged |= await SetAsync(tag, cancellation);
            named = named.Add(tag);
        }

        return (named, isChanged);
    }

    private async Task<FoundImage?> OtherAsync(string tag, CancellationToken cancellation) =>
        await client.FindManifestAsync(tag, cancellation) is { } there && there != manifest.Digest ? await ImageFinder.FindAsync(client, tag, cancellation) : null;

    private async Task<bool> SetAsync(string tag, CancellationToken cancellation)
    {
        if (await client.FindManifestAsync(tag, cancellation) == manifest.Digest)
        {
            return false;
        }

        await client.PutManifestAsync(tag, manifest, cancellation);
        return true;
    }
}
