using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The tags of an image in registries that hold others already.</summary>
[TestClass]
public sealed class ImageSpreadTests
{
    private const string Ours = "1111111111111111111111111111111111111111";

    private const string OneManifest = """{ "config": { "mediaType": "", "size": 1, "digest": "sha256:1111111111111111111111111111111111111111111111111111111111111111" } }""";

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

        var (published, _) = await Spread(client, ours, Kept).ToAsync([client.Place], CancellationToken.None);

        CollectionAssert.AreEqual(new[] { "1.2.3", "1.2", "1" }, published.Single().Tags.ToArray());
        Assert.AreEqual(ours.Digest, await client.FindManifestAsync("1.2", CancellationToken.None));
        Assert.AreEqual(ours.Digest, await client.FindManifestAsync("1", CancellationToken.None));
        Assert.AreEqual(later.Digest, await client.FindManifestAsync("latest", CancellationToken.None));
        CollectionAssert.AreEqual(
            new[] { $"{client.Place}:latest stays with 1.3.0.", $"{client.Place}:1.2.3, 1.2, 1  {ours.Digest}  already there, tags set" },
            _said);
    }

    [TestMethod]
    public async Task A_release_that_was_there_takes_the_tags_its_push_would_have_taken()
    {
        using var registry = OciSample.Registry();
        using var client = OciSample.Client(registry.Host, "acme/shop");
        await OciSample.PutAsync(client, "1", "1.3.0");
        await OciSample.PutAsync(client, "latest", "");
        var ours = await OciSample.PutAsync(client, "1.2.3", "1.2.3", Ours);

        var (published, _) = await Spread(client, ours, Release with { IsKept = true }).ToAsync([client.Place], CancellationToken.None);

        CollectionAssert.AreEqual(new[] { "1.2.3", "1.2", "latest" }, published.Single().Tags.ToArray());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_damaged_image_keeps_no_floating_tag(bool isReleased)
    {
        using var registry = OciSample.Registry();
        using var client = OciSample.Client(registry.Host, "acme/shop");
        // The quotation mark makes the configuration one that cannot be read.
        await OciSample.PutAsync(client, "latest", "\"");
        var ours = await OciSample.PutAsync(client, "1.2.3", "1.2.3", Ours);

        var (published, complaints) = await Spread(client, ours, Kept with { IsReleased = isReleased }).ToAsync([client.Place], CancellationToken.None);

        Assert.IsEmpty(complaints);
        CollectionAssert.AreEqual(Tags.ToArray(), published.Single().Tags.ToArray());
        CollectionAssert.Contains(_said, $"{client.Place}:latest names an image that cannot be read (RT7027): its version is not known, and the tag moves.");
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

        var (published, complaints) = await Spread(from, ours).ToAsync([ImagePlace.Parse("localhost:1", "acme/shop"), to.Place], CancellationToken.None);

        Assert.AreEqual("RT7021", complaints.Single().Code);
        Assert.AreEqual("acme/copy", published.Single().Repository);
        Assert.AreEqual(ours.Digest, await to.FindManifestAsync("latest", CancellationToken.None));
    }

    [TestMethod]
    public async Task A_release_takes_no_copy_of_a_tag_from_a_later_version()
    {
        using var registry = OciSample.Registry();
        using var from = OciSample.Client(registry.Host, "acme/shop");
        using var to = OciSample.Client(registry.Host, "acme/copy");
        var ours = await OciSample.PutAsync(from, "1.2.3", "1.2.3", Ours);
        var later = await OciSample.PutAsync(to, "latest", "2.0.1");
        await OciSample.PutAsync(to, "1", "1.1.9");
        await OciSample.PutAsync(to, "1.2", "");

        var (published, _) = await Spread(from, ours, Release, "latest", "1").ToAsync([from.Place, to.Place], CancellationToken.None);

        CollectionAssert.AreEqual(new[] { "1.2.3", "1.2" }, published[0].Tags.ToArray());
        CollectionAssert.AreEqual(new[] { "1.2.3", "1.2", "1" }, published[1].Tags.ToArray());
        Assert.AreEqual(later.Digest, await to.FindManifestAsync("latest", CancellationToken.None));
        CollectionAssert.Contains(_said, $"{to.Place}:latest stays with 2.0.1.");
    }

    [TestMethod]
    [DataRow(Ours, Ours, "RT7034")]
    [DataRow("2222222222222222222222222222222222222222", Ours, "RT7033")]
    [DataRow("", Ours, "RT7033")]
    [DataRow("", "", "RT7033")]
    public async Task The_exact_tag_of_a_release_is_looked_at_once_more_before_it_is_set(string revision, string own, string code)
    {
        using var registry = OciSample.Registry();
        using var from = OciSample.Client(registry.Host, "acme/shop");
        using var to = OciSample.Client(registry.Host, "acme/copy");
        var ours = await OciSample.PutAsync(from, "1.2.3", "1.2.3", own);
        var theirs = await OciSample.PutAsync(to, "1.2.3", "1.2.3", revision, "2026");

        var (published, complaints) = await Spread(from, ours, Release with { Revision = own }).ToAsync([from.Place, to.Place], CancellationToken.None);

        Assert.AreEqual(code, complaints.Single().Code);
        Assert.AreEqual("acme/shop", published.Single().Repository);
        Assert.AreEqual(theirs.Digest, await to.FindManifestAsync("1.2.3", CancellationToken.None));
        Assert.IsNull(await to.FindManifestAsync("latest", CancellationToken.None));
    }

    [TestMethod]
    public async Task Tags_of_a_later_version_are_found_before_a_push()
    {
        using var registry = OciSample.Registry();
        using var client = OciSample.Client(registry.Host, "acme/shop");
        await OciSample.PutAsync(client, "latest", "2.0.1");
        await OciSample.PutAsync(client, "1", "1.2.3");
        await OciSample.PutAsync(client, "1.2", "not a version");

        var held = await LaterTags.FindAsync(client, FloatingTag.Of(["1.2.4", "v1.2.4", "1.2", "1", "latest", "new"], "1.2.4"), "1.2.4", _said.Add, CancellationToken.None);

        CollectionAssert.AreEqual(new[] { "latest" }, held.ToArray());
        Assert.AreEqual($"{client.Place}:latest stays with 2.0.1, which is later.", _said.Single());
    }

    [TestMethod]
    [DataRow("no manifest", "", "RT7027")]
    [DataRow(OneManifest, "", "RT7032")]
    [DataRow(OneManifest, "other", "RT7028")]
    public async Task A_damaged_image_is_no_later_version(string manifest, string blob, string code)
    {
        using var registry = new ScriptedServer();
        registry.Answer = request => request.Url!.AbsolutePath.Contains("/manifests/", StringComparison.Ordinal)
            ? (200, [("Content-Type", ImageManifest.MediaTypes[1])], Encoding.UTF8.GetBytes(manifest))
            : blob.Length > 0 ? (200, [], Encoding.UTF8.GetBytes(blob)) : (404, [], []);
        using var client = OciSample.Client(registry.Host, "acme/shop");

        Assert.IsEmpty(await LaterTags.FindAsync(client, ["latest"], "1.2.4", _said.Add, CancellationToken.None));
        StringAssert.Contains(_said.Single(), $"latest names an image that cannot be read ({code})");

        registry.Answer = _ => (403, [], []);
        await OciClientTests.StopsAsync("RT7025", () => LaterTags.FindAsync(client, ["latest"], "1.2.4", _said.Add, CancellationToken.None));
    }

    private static TagClaim Kept { get; } = new("1.2.3", Ours, IsReleased: false, IsKept: true);

    private static TagClaim Release { get; } = new("1.2.3", Ours, IsReleased: true, IsKept: false);

    private ImageSpread Spread(OciClient source, ImageManifest image, TagClaim? claim = null, params string[] held) =>
        new(source.Place, image.Digest, Tags, OciSample.Settings(), _said.Add) { Claim = claim, Held = [.. held] };
}
