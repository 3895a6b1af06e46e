using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ContainerBaseImageTests
{
    [TestMethod]
    public void The_base_image_is_the_same_on_every_machine() =>
        Assert.AreEqual("sha256:70020badbdf47e757a979892a0752dba010c3282e4802950b8225713ca97cd6b", new BaseImage().Index.Digest);

    [TestMethod]
    public void The_base_image_on_disk_is_one_that_skopeo_reads()
    {
        Skopeo.Require();
        using var folder = new TempFolder();

        new BaseImage().WriteTo(folder.Path, "1.0");

        Assert.AreEqual(new BaseImage().Index.Digest, OciBlob.DigestOf(Skopeo.Raw($"oci:{folder.Path}:1.0")));
    }

    [TestMethod]
    public void The_base_image_travels_from_its_server_to_a_registry_and_stays_what_it_is()
    {
        Skopeo.Require();
        using var server = new BaseImageServer();
        using var registry = Skopeo.Registry();

        Skopeo.Run("copy", "--quiet", "--all", "--preserve-digests", "--src-tls-verify=false", "--dest-tls-verify=false", $"docker://{server.Reference}", $"docker://{registry.Host}/copy:1.0");

        var copy = registry.Repository("copy");
        CollectionAssert.AreEqual(new[] { "1.0" }, copy.Tags.ToArray());
        var image = PublishedImage.Read(copy, "1.0");
        Assert.AreEqual(new BaseImage().Index.Digest, image.Digest);
        CollectionAssert.AreEqual(new[] { "linux/amd64", "linux/arm64" }, image.Platforms.Select(platform => platform.Platform).ToArray());
        Assert.AreEqual("base-1.0", image.Platforms[0].Labels["org.opencontainers.image.version"]);
    }
}
