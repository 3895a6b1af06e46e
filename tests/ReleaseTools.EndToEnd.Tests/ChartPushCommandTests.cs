using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Charts in the real registry, as the real skopeo sees them.</summary>
[TestClass]
public sealed class ChartPushCommandTests
{
    private const string Image = """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2},"layers":[]}""";

    [TestMethod]
    public void A_chart_is_an_artifact_as_Helm_makes_one_and_skopeo_copies_it()
    {
        using var registry = Registry();
        using var folder = new TempFolder();
        ChartSample.Copy("1-plain", folder);
        var package = Package(folder, "1.4.0+build.7");

        var pushed = Json(Push(folder, registry, "shop-1.4.0+build.7.tgz").Expect());
        var manifest = JsonDocument.Parse(Skopeo(folder, "inspect", "--tls-verify=false", "--raw", $"docker://{registry.Host}/acme/charts/shop:1.4.0_build.7")).RootElement;
        var configuration = JsonDocument.Parse(registry.Repository("acme/charts/shop").Blob(Text(manifest.GetProperty("config"), "digest"))).RootElement;
        var layer = manifest.GetProperty("layers")[0];

        Assert.AreEqual("acme/charts/shop 1.4.0_build.7 True", $"{pushed.GetProperty("repository")} {pushed.GetProperty("tag")} {pushed.GetProperty("pushed")}");
        Assert.AreEqual("application/vnd.cncf.helm.config.v1+json", Text(manifest.GetProperty("config"), "mediaType"));
        Assert.AreEqual("application/vnd.cncf.helm.chart.content.v1.tar+gzip", Text(layer, "mediaType"));
        CollectionAssert.AreEqual(File.ReadAllBytes(package), registry.Repository("acme/charts/shop").Blob(Text(layer, "digest")));
        Assert.AreEqual("shop 1.4.0+build.7 1.4.0+build.7 v2 Ada", $"{Text(configuration, "name")} {Text(configuration, "version")} {Text(configuration, "appVersion")} {Text(configuration, "apiVersion")} {Text(configuration.GetProperty("maintainers")[0], "name")}");
        Assert.AreEqual(
            """
            example.com/tier: 1
            org.opencontainers.image.authors: Ada (ada@example.com)
            org.opencontainers.image.created: 2026-01-01T00:00:00Z
            org.opencontainers.image.description: The shop of the "acme" company
            org.opencontainers.image.source: https://example.com/shop.git
            org.opencontainers.image.title: shop
            org.opencontainers.image.url: https://example.com/shop
            org.opencontainers.image.version: 1.4.0+build.7
            """,
            string.Join('\n', manifest.GetProperty("annotations").EnumerateObject().Select(one => $"{one.Name}: {one.Value}")));

        Skopeo(folder, "copy", "--src-tls-verify=false", "--dest-tls-verify=false", "--preserve-digests", $"docker://{registry.Host}/acme/charts/shop:1.4.0_build.7", $"docker://{registry.Host}/copied/shop:1");
        Assert.AreEqual(Text(pushed, "digest"), $"sha256:{Convert.ToHexStringLower(SHA256.HashData(registry.Repository("copied/shop").Manifest("1")))}");
    }

    [TestMethod]
    public void The_same_chart_is_already_there_and_another_of_its_version_is_refused()
    {
        using var registry = Registry();
        using var folder = new TempFolder();
        ChartSample.Copy("1-plain", folder);
        Package(folder, "1.4.0");

        var first = Push(folder, registry, "shop-1.4.0.tgz").Expect();
        var stored = registry.Storage;
        var again = Push(folder, registry, "shop-1.4.0.tgz").Expect();
        var fromFolder = Push(folder, registry, "shop", "--version", "1.4.0").Expect();

        Assert.AreEqual("True False False", $"{Json(first).GetProperty("pushed")} {Json(again).GetProperty("pushed")} {Json(fromFolder).GetProperty("pushed")}");
        Assert.AreEqual(Text(Json(first), "digest"), Text(Json(fromFolder), "digest"));

        folder.Write("shop/values.yaml", "another: value\n");
        StringAssert.Contains(Push(folder, registry, "shop", "--version", "1.4.0").Expect(1).Output, "RT7092");
        CollectionAssert.AreEqual(stored.ToArray(), registry.Storage.ToArray(), "nothing was written");
        Push(folder, registry, "shop", "--version", "1.4.1").Expect();
        CollectionAssert.AreEqual(new[] { "1.4.0", "1.4.1" }, registry.Repository("acme/charts/shop").Tags.ToArray());
    }

    [TestMethod]
    public async Task An_image_is_never_replaced_and_one_beside_the_chart_is_told_of()
    {
        using var registry = Registry();
        using var folder = new TempFolder();
        ChartSample.Copy("1-plain", folder);
        await PutImageAsync(registry, "acme/charts/shop", "1.4.0");
        await PutImageAsync(registry, "acme/charts/shop", "latest");

        var refused = Push(folder, registry, "shop", "--version", "1.4.0").Expect(1);
        var told = Push(folder, registry, "shop", "--version", "1.4.1").Expect();

        StringAssert.Contains(refused.Output, "RT7093");
        StringAssert.Contains(refused.Output, "is an image, which a chart would replace");
        Assert.AreEqual("RT7094", Text(Json(told).GetProperty("diagnostics")[0], "code"));
        CollectionAssert.AreEqual(Encoding.UTF8.GetBytes(Image), registry.Repository("acme/charts/shop").Manifest("1.4.0"));
    }

    [TestMethod]
    public void A_signature_beside_the_package_goes_with_it()
    {
        using var registry = Registry();
        using var folder = new TempFolder();
        ChartSample.Copy("1-plain", folder);
        File.WriteAllText($"{Package(folder, "1.4.0")}.prov", "signed\n");

        Push(folder, registry, "shop-1.4.0.tgz").Expect();

        var layers = JsonDocument.Parse(registry.Repository("acme/charts/shop").Manifest("1.4.0")).RootElement.GetProperty("layers").EnumerateArray().Select(layer => Text(layer, "mediaType")).Order();
        CollectionAssert.AreEqual(new[] { "application/vnd.cncf.helm.chart.content.v1.tar+gzip", "application/vnd.cncf.helm.chart.provenance.v1.prov" }, layers.ToArray());
    }

    [TestMethod]
    [DataRow("https://localhost:1/charts", "RT7091")]
    [DataRow("oci://", "RT7091")]
    [DataRow("oci://local host/charts", "RT7091")]
    [DataRow("oci://localhost:1/Charts", "RT7091")]
    [DataRow("oci://localhost:1/charts:1.0", "RT7091")]
    [DataRow("oci://localhost:1/../charts", "RT7091")]
    public void An_address_that_is_none_is_refused_before_anything_is_sent(string address, string code)
    {
        using var folder = new TempFolder();
        ChartSample.Copy("1-plain", folder);

        StringAssert.Contains(ReleaseCommand.RunInCi(folder.Path, ChartSample.Date, "chart", "push", "shop", address, "--as-is").Expect(2).Error, code);
    }

    [TestMethod]
    public void A_version_for_a_package_and_a_file_that_is_none_are_refused()
    {
        using var folder = new TempFolder();
        folder.Write("shop-1.4.0.tgz", "no archive");

        StringAssert.Contains(ReleaseCommand.Run(folder.Path, "chart", "push", "shop-1.4.0.tgz", "oci://localhost:1/charts", "--version", "1.5.0").Expect(2).Error, "RT0001");
        StringAssert.Contains(ReleaseCommand.Run(folder.Path, "chart", "push", "shop-1.4.0.tgz", "oci://localhost:1/charts").Expect(2).Error, "RT7088");
        StringAssert.Contains(ReleaseCommand.Run(folder.Path, "chart", "push", "shop-1.5.0.tgz", "oci://localhost:1/charts").Expect(2).Error, "RT7090");
    }

    private static ProgramRun Push(TempFolder folder, LocalRegistry registry, params string[] arguments) =>
        ReleaseCommand.RunInCi(folder.Path, ChartSample.Date, ["chart", "push", arguments[0], $"oci://{registry.Host}/acme/charts", "--json", .. arguments[1..]]);

    private static string Package(TempFolder folder, string version)
    {
        ReleaseCommand.RunInCi(folder.Path, ChartSample.Date, "chart", "package", "shop", "--version", version).Expect();
        return folder.At($"shop-{version}.tgz");
    }

    private static async Task PutImageAsync(LocalRegistry registry, string repository, string tag)
    {
        using var client = new HttpClient();
        using var begun = await client.PostAsync(new Uri($"http://{registry.Host}/v2/{repository}/blobs/uploads/"), null);
        using var blob = await client.PutAsync(new Uri($"{begun.Headers.Location}&digest=sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"), new ByteArrayContent("{}"u8.ToArray()));
        using var put = await client.PutAsync(new Uri($"http://{registry.Host}/v2/{repository}/manifests/{tag}"), new StringContent(Image, new System.Net.Http.Headers.MediaTypeHeaderValue("application/vnd.oci.image.manifest.v1+json")));
        put.EnsureSuccessStatusCode();
    }

    /// <summary>Leaves the test undecided on a machine without one, or without skopeo.</summary>
    private static LocalRegistry Registry()
    {
        if (!LocalRegistry.IsAvailable || ProgramRun.Find("skopeo") is null)
        {
            Assert.Inconclusive("No registry or no skopeo is installed here; 'apt-get install docker-registry skopeo' brings them.");
        }

        return new LocalRegistry();
    }

    private static string Skopeo(TempFolder folder, params string[] arguments) => ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "skopeo", arguments).Expect().Output;

    private static JsonElement Json(ProgramRun run) => JsonDocument.Parse(run.Output).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
