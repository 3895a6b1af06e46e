using System.Collections.Immutable;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>The floating tags that a later version has in a repository, and keeps.</summary>
internal static class LaterTags
{
    /// <param name="client">The repository.</param>
    /// <param name="tags">The floating tags of the image.</param>
    /// <param name="version">The image's, as its label is to say it.</param>
    /// <param name="say">Hears which tags stay.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<ImmutableArray<string>> FindAsync(OciClient client, ImmutableArray<string> tags, string version, Action<string> say, CancellationToken cancellation)
    {
        var later = ImmutableArray.CreateBuilder<string>();

        foreach (var tag in tags)
        {
            if (await ImageFinder.FindFloatingAsync(client, tag, say, cancellation) is { } other && FloatingTag.IsLater(other.Version, version))
            {
                say($"{client.Place}:{tag} stays with {other.Version}, which is later.");
                later.Add(tag);
            }
        }

        return later.ToImmutable();
    }
}
