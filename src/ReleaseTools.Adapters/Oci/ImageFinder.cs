using System.Collections.Immutable;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;

namespace ReleaseTools.Adapters.Oci;

/// <summary>Looks what image a tag names, down to what each platform's image says of itself.</summary>
internal static class ImageFinder
{
    /// <summary>Null where the tag is free, or what it names is no image.</summary>
    public static async Task<FoundImage?> FindAsync(OciClient client, string tag, CancellationToken cancellation)
    {
        if (await client.ReadManifestAsync(tag, cancellation) is not { } root)
        {
            return null;
        }

        var configurations = ImmutableArray.CreateBuilder<ImageConfiguration>();

        foreach (var manifest in await ManifestsAsync(client, root, cancellation))
        {
            configurations.Add(await ReadAsync(client, manifest, cancellation));
        }

        return new(client.Place, root, configurations.ToImmutable());
    }

    /// <summary>The same of a floating tag: null as well where the image is damaged, which shall not keep the tag from a whole one.</summary>
    public static async Task<FoundImage?> FindFloatingAsync(OciClient client, string tag, Action<string> say, CancellationToken cancellation)
    {
        try
        {
            return await FindAsync(client, tag, cancellation);
        }
        catch (ReleaseException stop) when (stop.Diagnostics.All(RegistryDiagnostics.IsDamage))
        {
            say($"{client.Place}:{tag} names an image that cannot be read ({stop.Diagnostics[0].Code}): its version is not known, and the tag moves.");
            return null;
        }
    }

    /// <summary>The manifests of an index that are for a platform: signatures and the like are said to be for none.</summary>
    public static async Task<IReadOnlyList<ImageManifest>> ManifestsAsync(OciClient client, ImageManifest root, CancellationToken cancellation)
    {
        if (!root.IsIndex)
        {
            return [root];
        }

        var manifests = new List<ImageManifest>();

        foreach (var child in root.Children.Where(child => child.Platform is not { Os: "unknown" }))
        {
            manifests.Add(await ImageCopier.ReadAsync(client, child.Digest, cancellation));
        }

        return manifests;
    }

    private static async Task<ImageConfiguration> ReadAsync(OciClient client, ImageManifest manifest, CancellationToken cancellation)
    {
        try
        {
            return ImageConfiguration.Parse(manifest.Configuration is { } configuration ? await client.ReadBlobAsync(configuration.Digest, cancellation) : []);
        }
        catch (FormatException)
        {
            throw new ReleaseException(RegistryDiagnostics.OddAnswer(client.Place.Registry.Text, $"GET blobs/{manifest.Configuration?.Digest}", 200, "it is no configuration of an image"));
        }
    }
}
