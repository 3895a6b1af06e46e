using ReleaseTools.Adapters.Oci;
using ReleaseTools.Images;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What the tests of registries share: a registry or none, an image in it, and settings that lose no time.</summary>
internal static class OciSample
{
    public static RegistrySettings Settings(RegistryName? pushed = null, params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value, pushed) { Retry = new RetryPolicy(TimeSpan.Zero, TimeSpan.Zero) };

    public static OciClient Client(string host, string repository, RegistrySettings? settings = null) => new(ImagePlace.Parse(host, repository), settings ?? Settings());

    /// <summary>Leaves the test undecided on a machine without one.</summary>
    public static LocalRegistry Registry(bool asksWho = false)
    {
        if (!LocalRegistry.IsAvailable)
        {
            Assert.Inconclusive("No registry is installed here; 'apt-get install docker-registry' brings one.");
        }

        return new LocalRegistry(asksWho);
    }

    /// <summary>Copies the base image from its server, which needs no program.</summary>
    public static async Task<Digest> FillAsync(OciClient target)
    {
        using var server = new BaseImageServer();
        using var source = Client(server.Reference.Split('/')[0], "base");
        var index = await source.ReadManifestAsync("1.0", CancellationToken.None);
        await new ImageCopier(source, target, _ => { }).CopyAsync(index!.Digest, CancellationToken.None);
        await target.PutManifestAsync("1.0", index, CancellationToken.None);
        return index.Digest;
    }

    /// <summary>Puts an image of one platform under a tag: nothing but a configuration that says a version and a commit.</summary>
    public static async Task<ImageManifest> PutAsync(OciClient target, string tag, string version, string revision = "", string created = "")
    {
        var configuration = new OciBlob("application/vnd.oci.image.config.v1+json", $$$$"""
            {"created":"{{{{created}}}}","os":"linux","architecture":"amd64",
             "config":{"Labels":{"org.opencontainers.image.version":"{{{{version}}}}","org.opencontainers.image.revision":"{{{{revision}}}}"}}}
            """);
        using var server = new ScriptedServer { Answer = _ => (200, [], configuration.Content) };
        using var source = Client(server.Host, "made");
        await target.CopyBlobAsync(new(configuration.MediaType, Digest.Read(configuration.Digest)!, configuration.Content.Length, null), source, CancellationToken.None);
        var manifest = new OciBlob(ImageManifest.MediaTypes[1], $$"""{"schemaVersion":2,"mediaType":"{{ImageManifest.MediaTypes[1]}}","config":{{configuration.Descriptor()}},"layers":[]}""");
        var image = ImageManifest.Parse(manifest.MediaType, manifest.Content);
        await target.PutManifestAsync(tag, image, CancellationToken.None);
        return image;
    }
}
