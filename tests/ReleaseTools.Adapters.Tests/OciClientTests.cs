using ReleaseTools.Adapters.Oci;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The client against the real registry.</summary>
[TestClass]
public sealed class OciClientTests
{
    [TestMethod]
    public async Task A_copy_is_the_same_image_byte_for_byte()
    {
        using var registry = OciSample.Registry();
        using var client = OciSample.Client(registry.Host, "acme/shop");

        var digest = await OciSample.FillAsync(client);

        var image = PublishedImage.Read(registry.Repository("acme/shop"), "1.0");
        Assert.AreEqual(new BaseImage().Index.Digest, image.Digest);
        Assert.AreEqual(digest.Text, image.Digest);
        Assert.HasCount(2, image.Platforms);
    }

    [TestMethod]
    public async Task A_second_copy_sends_nothing()
    {
        using var registry = OciSample.Registry();
        using var client = OciSample.Client(registry.Host, "acme/shop");
        var digest = await OciSample.FillAsync(client);
        var before = registry.Storage;

        var copier = new ImageCopier(client, client, _ => { });

        Assert.IsFalse(await copier.CopyAsync(digest, CancellationToken.None));
        Assert.AreEqual(0, copier.Sent);
        CollectionAssert.AreEqual(before.ToArray(), registry.Storage.ToArray());
    }

    [TestMethod]
    public async Task Within_a_registry_blobs_are_mounted()
    {
        using var registry = OciSample.Registry();
        using var one = OciSample.Client(registry.Host, "acme/one");
        using var other = OciSample.Client(registry.Host, "acme/other");
        var digest = await OciSample.FillAsync(one);
        var blobs = registry.Storage.Count(file => file.Contains("/blobs/sha256/", StringComparison.Ordinal));

        await new ImageCopier(one, other, _ => { }).CopyAsync(digest, CancellationToken.None);

        Assert.AreEqual(digest, await other.FindManifestAsync(digest.Text, CancellationToken.None));
        Assert.AreEqual(blobs, registry.Storage.Count(file => file.Contains("/blobs/sha256/", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task What_is_not_there_is_null_and_no_error()
    {
        using var registry = OciSample.Registry();
        using var client = OciSample.Client(registry.Host, "acme/shop");

        Assert.IsNull(await client.ReadManifestAsync("1.0", CancellationToken.None));
        Assert.IsNull(await client.FindManifestAsync("1.0", CancellationToken.None));
        Assert.IsFalse(await client.HasBlobAsync(Digest.Of("none"u8), CancellationToken.None));
    }

    [TestMethod]
    public async Task The_variables_of_the_SDK_open_the_registry_it_pushes_to()
    {
        using var registry = OciSample.Registry(asksWho: true);
        var settings = Known(RegistryName.Read(registry.Host));
        using var client = OciSample.Client(registry.Host, "acme/shop", settings);

        var digest = await OciSample.FillAsync(client);

        Assert.AreEqual(digest, await client.FindManifestAsync("1.0", CancellationToken.None));
    }

    [TestMethod]
    public async Task They_are_for_no_other_registry()
    {
        using var registry = OciSample.Registry(asksWho: true);
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(RegistryName.Read("other.example.test")));

        await StopsAsync("RT7024", () => client.FindManifestAsync("1.0", CancellationToken.None));
    }

    [TestMethod]
    public async Task Wrong_credentials_are_named_and_not_shown()
    {
        using var registry = OciSample.Registry(asksWho: true);
        var settings = OciSample.Settings(RegistryName.Read(registry.Host), ("DOTNET_CONTAINER_PUSH_REGISTRY_UNAME", "ada"), ("DOTNET_CONTAINER_PUSH_REGISTRY_PWORD", "s3cret"));
        using var client = OciSample.Client(registry.Host, "acme/shop", settings);

        var message = await StopsAsync("RT7023", () => client.FindManifestAsync("1.0", CancellationToken.None));

        StringAssert.Contains(message, "DOTNET_CONTAINER_PUSH_REGISTRY_UNAME");
        Assert.DoesNotContain("s3cret", message);
    }

    [TestMethod]
    public async Task A_registry_that_dies_under_a_copy_is_gone_and_a_second_run_goes_on()
    {
        using var source = OciSample.Registry();
        using var target = OciSample.Registry();
        using var from = OciSample.Client(source.Host, "acme/shop");
        var digest = await OciSample.FillAsync(from);
        using var proxy = new CuttingProxy(target.Host, 6_000);
        using var to = OciSample.Client(proxy.Host, "acme/shop");

        await StopsAsync("RT7021", () => new ImageCopier(from, to, _ => { }).CopyAsync(digest, CancellationToken.None));
        Assert.IsTrue(proxy.IsCut);

        proxy.Mend();
        Assert.IsTrue(await new ImageCopier(from, to, _ => { }).CopyAsync(digest, CancellationToken.None));
        Assert.AreEqual(digest.Text, OciBlob.DigestOf(target.Repository("acme/shop").Manifest(digest.Text)));
    }

    [TestMethod]
    public async Task Nobody_there_is_said_with_the_registrys_name()
    {
        using var client = OciSample.Client("localhost:1", "acme/shop");

        StringAssert.Contains(await StopsAsync("RT7021", () => client.FindManifestAsync("1.0", CancellationToken.None)), "'localhost:1'");
    }

    internal static async Task<string> StopsAsync(string code, Func<Task> work)
    {
        var stop = await Assert.ThrowsExactlyAsync<ReleaseException>(work);
        Assert.AreEqual(code, stop.Diagnostics.Single().Code, stop.Message);
        return stop.Message;
    }

    private static RegistrySettings Known(RegistryName? pushed) => OciSample.Settings(
        pushed,
        ("DOTNET_CONTAINER_REGISTRY_UNAME", LocalRegistry.User),
        ("DOTNET_CONTAINER_REGISTRY_PWORD", LocalRegistry.Password));
}
