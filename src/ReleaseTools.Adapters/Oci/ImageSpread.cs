using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Brings one image to every registry it is meant for, under one digest, and gives it its tags there.</summary>
/// <param name="source">Where the image is.</param>
/// <param name="digest">Of its index, or of its only manifest.</param>
/// <param name="tags">The exact tag first.</param>
/// <param name="settings">How registries are asked.</param>
/// <param name="say">Hears what was done.</param>
internal sealed class ImageSpread(ImagePlace source, Digest digest, ImmutableArray<string> tags, RegistrySettings settings, Action<string> say)
{
    /// <summary>What it may take from other images; null where everything goes to it. An image that was just pushed has its tags at <paramref name="source"/>.</summary>
    public TagClaim? Claim { get; init; }

    /// <summary>The tags that were not pushed, since a later version has them.</summary>
    public ImmutableArray<string> Held { get; init; } = [];

    /// <summary>A registry that fails keeps the image from no other.</summary>
    /// <returns>Where the image is now, and what went wrong elsewhere.</returns>
    public async Task<(ImmutableArray<PublishedPlace> Places, ImmutableArray<Diagnostic> Complaints)> ToAsync(IEnumerable<ImagePlace> places, CancellationToken cancellation)
    {
        var published = ImmutableArray.CreateBuilder<PublishedPlace>();
        var complaints = ImmutableArray.CreateBuilder<Diagnostic>();

        foreach (var place in places.Distinct())
        {
            try
            {
                published.Add(await ToAsync(place, cancellation));
            }
            catch (ReleaseException stop)
            {
                complaints.AddRange(stop.Diagnostics);
            }
        }

        return (published.ToImmutable(), complaints.ToImmutable());
    }

    private async Task<PublishedPlace> ToAsync(ImagePlace place, CancellationToken cancellation)
    {
        if (place == source && Claim is not { IsKept: true })
        {
            var pushed = tags.RemoveRange(Held);
            Say(place, pushed, "pushed");
            return new(place.Registry.Text, place.Repository, pushed);
        }

        using var from = new OciClient(source, settings);
        using var to = new OciClient(place, settings);
        var copier = new ImageCopier(from, to, say);
        var isCopied = await copier.CopyAsync(digest, cancellation);
        var setter = new TagSetter(to, await ImageCopier.ReadAsync(to, digest, cancellation), source, say);
        var (named, isTagged) = await setter.SetAsync(tags, Claim, cancellation);
        Say(place, named, isCopied ? $"copied ({ByteCount.Text(copier.Sent)} sent)" : isTagged ? "already there, tags set" : "already there");
        return new(place.Registry.Text, place.Repository, named);
    }

    private void Say(ImagePlace place, ImmutableArray<string> named, string how) => say($"{place}:{string.Join(", ", named)}  {digest}  {how}");
}
