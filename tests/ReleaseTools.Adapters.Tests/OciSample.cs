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
}
