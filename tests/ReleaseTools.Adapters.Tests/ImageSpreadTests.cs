using System.Collections.Immutable;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The tags of an image in registries that hold others already.</summary>
[TestClass]
public sealed class ImageSpreadTests
{
    private static readonly ImmutableArray<string> Tags = ["1.2.3", "1.2", "1", "latest"];

    private readonly List<string> _said = [];

    [TestMethod]
    public async Task An_image_that_was_there_takes_tags_from_earlier_versions_only()
    {
        using var registry = OciSample.Registry();
        using var client = OciSample.Client(registry.Host, "acme/shop");
        await OciSample.PutAsync(client, "1.2", "1.2.2");
        var later = await OciSample.PutAsync(client, "latest", "1.3.0");
        var ours = await OciSample.PutAsync(client, "1.2.3", "1.2.3");

        var published = await Spread(client, ours, keptVersion: "1.2.3").ToAsync([client.Place], CancellationToken.None);

        CollectionAssert.AreEqual(new[] { "1.2.3", "1.2", "1" }, published.Single().Tags.ToArray());
        Assert.AreEqual(ours.Digest, await client.FindManifestAsync("1.2", CancellationToken.None));
        Assert.AreEqual(ours.Digest, await client.FindManifestAsync("1", CancellationToken.None));
        Assert.AreEqual(later.Digest, await client.FindManifestAsync("latest", CancellationToken.None));
        CollectionAssert.AreEqual(
            new[] { $"{client.Place}:latest stays with 1.3.0.", $"{client.Place}:1.2.3, 1.2, 1  {ours.Digest}  already there, tags set" },
            _said);
    }

    [TestMethod]
    public async Task An_image_that_was_just_pushed_gets_all_its_tags_everywhere()
    {
        using var registry = OciSample.Registry();
        using var from = OciSample.Client(registry.Host, "acme/shop");
        using var to = OciSample.Client(registry.Host, "acme/copy");
        var ours = await OciSample.PutAsync(from, "1.2.3", "1.2.3");
        await OciSample.PutAsync(to, "latest", "1.3.0");

        await Spread(from, ours).ToAsync([from.Place, to.Place, to.Place], CancellationToken.None);

        foreach (var tag in Tags)
        {
            Assert.AreEqual(ours.Digest, await to.FindManifestAsync(tag, CancellationToken.None), tag);
        }

        CollectionAssert.AreEqual(
            new[] { $"{from.Place}:1.2.3, 1.2, 1, latest  {ours.Digest}  pushed", $"{to.Place}:1.2.3, 1.2, 1, latest  {ours.Digest}  copied (0 B sent)" },
            _said);
    }

    [TestMethod]
    public async Task A_registry_that_fails_keeps_the_image_from_no_other()
    {
        using var registry = OciSample.Registry();
        using var from = OciSample.Client(registry.Host, "acme/shop");
        using var to = OciSample.Client(registry.Host, "acme/copy");
        var ours = await OciSample.PutAsync(from, "1.2.3", "1.2.3");

        var stop = await Assert.ThrowsExactlyAsync<ReleaseException>(() =>
            Spread(from, ours).ToAsync([ImagePlace.Parse("localhost:1", "acme/shop"), to.Place], CancellationToken.None));

        Assert.AreEqual("RT7021", stop.Diagnostics.Single().Code);
        Assert.AreEqual(ours.Digest, await to.FindManifestAsync("latest", CancellationToken.None));
    }

    private ImageSpread Spread(OciClient source, ImageManifest image, string? keptVersion = null) =>
        new(source.Place, image.Digest, Tags, OciSample.Settings(), _said.Add) { KeptVersion = keptVersion };
}
