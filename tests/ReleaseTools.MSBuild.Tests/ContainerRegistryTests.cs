using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Images pushed to the real registry, for two platforms, and read back with the real skopeo.</summary>
[TestClass]
public sealed class ContainerRegistryTests
{
    private static readonly string[] Awkward =
    [
        """<Description>It's "a shop": a=b; c=d, see https://acme.example.test/?x=1&amp;y=2</Description>""",
        """<ContainerLabel Include="test.acme.docs" Value="https://docs.acme.example.test:8443/?a=1;b=2" />""",
        """<ContainerEnvironmentVariable Include="SHOP_STORE" Value="Server=https://store:81;Name='shop'" />""",
    ];

    private static readonly Lazy<LocalRegistry> Registry = new(() => Skopeo.Registry());
    private static readonly Lazy<ContainerSample> Sample = new(() =>
        new(body: $"<PropertyGroup>{Awkward[0]}</PropertyGroup><ItemGroup>{Awkward[1]}{Awkward[2]}</ItemGroup>"));

    /// <summary>One publish; several tests look at what came of it.</summary>
    private static readonly Lazy<string> Published = new(() =>
    {
        var host = Registry.Value.Host;
        Sample.Value.Publish("-target:PublishContainer", $"-p:ContainerRegistry={host}");
        return $"{host}/acme/shop";
    });

    [ClassCleanup]
    public static void Stop()
    {
        if (Sample.IsValueCreated)
        {
            Sample.Value.Dispose();
        }

        if (Registry.IsValueCreated)
        {
            Registry.Value.Dispose();
        }
    }

    [TestMethod]
    [DataRow("1.2.3")]
    [DataRow("1.2")]
    [DataRow("1")]
    [DataRow("latest")]
    public void Every_tag_of_a_release_is_an_index_for_both_platforms(string tag)
    {
        using var index = JsonDocument.Parse(Skopeo.Raw($"docker://{Published.Value}:{tag}"));

        Assert.AreEqual("application/vnd.oci.image.index.v1+json", index.RootElement.GetProperty("mediaType").GetString());
        CollectionAssert.AreEqual(
            new[] { "linux/amd64", "linux/arm64" },
            index.RootElement.GetProperty("manifests").EnumerateArray().Select(manifest => manifest.GetProperty("platform"))
                .Select(platform => $"{platform.GetProperty("os").GetString()}/{platform.GetProperty("architecture").GetString()}").ToArray());
    }

    [TestMethod]
    public void There_are_the_tags_of_the_release_and_those_of_each_platform_and_no_others()
    {
        _ = Published.Value;

        CollectionAssert.AreEqual(
            new[]
            {
                "1", "1-linux-arm64", "1-linux-x64",
                "1.2", "1.2-linux-arm64", "1.2-linux-x64",
                "1.2.3", "1.2.3-linux-arm64", "1.2.3-linux-x64",
                "latest", "latest-linux-arm64", "latest-linux-x64",
            },
            Registry.Value.Repository("acme/shop").Tags.ToArray());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Every_platform_says_the_five_labels_whole(int platform)
    {
        using var configuration = Configuration(platform);
        var labels = Labels(configuration);

        foreach (var (name, value) in Sample.Value.ExpectedLabels("1.2.3"))
        {
            Assert.AreEqual(value, labels[name]);
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Colons_semicolons_equal_signs_and_quotes_survive_in_labels_and_variables(int platform)
    {
        using var configuration = Configuration(platform);
        var labels = Labels(configuration);

        Assert.AreEqual("""It's "a shop": a=b; c=d, see https://acme.example.test/?x=1&y=2""", labels["org.opencontainers.image.description"]);
        Assert.AreEqual("https://docs.acme.example.test:8443/?a=1;b=2", labels["test.acme.docs"]);
        CollectionAssert.Contains(
            configuration.RootElement.GetProperty("config").GetProperty("Env").EnumerateArray().Select(variable => variable.GetString()).ToArray(),
            "SHOP_STORE=Server=https://store:81;Name='shop'");
    }

    [TestMethod]
    public void The_digest_on_record_is_the_one_in_the_registry()
    {
        var pushed = Skopeo.Raw($"docker://{Published.Value}:1.2.3");

        using var record = JsonDocument.Parse(Sample.Value.Record());
        var image = record.RootElement[0];

        Assert.AreEqual(OciBlob.DigestOf(pushed), image.GetProperty("digest").GetString());
        Assert.AreEqual(Published.Value, $"{image.GetProperty("registry").GetString()}/{image.GetProperty("repository").GetString()}");
        CollectionAssert.AreEqual(
            new[] { "1.2.3", "1.2", "1", "latest" },
            image.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ToArray());
    }

    [TestMethod]
    public void With_the_publish_profile_and_tags_of_ones_own_no_platform_ever_holds_a_final_tag()
    {
        using var registry = Skopeo.Registry();
        using var sample = new ContainerSample(body: """
            <PropertyGroup><ContainerImageTags>mine;yours</ContainerImageTags></PropertyGroup>
            <ItemGroup><ContainerLabel Include="org.opencontainers.image.source" Value="https://mine.example.test/shop" /></ItemGroup>
            """);

        var run = sample.Publish("-p:PublishProfile=DefaultContainer", $"-p:ContainerRegistry={registry.Host}");

        var repository = registry.Repository("acme/shop");
        CollectionAssert.AreEqual(
            new[] { "mine", "mine-linux-arm64", "mine-linux-x64", "yours", "yours-linux-arm64", "yours-linux-x64" },
            repository.Tags.ToArray());
        Assert.AreEqual(2, PublishedImage.Read(repository, "mine").Platforms.Count);
        StringAssert.Contains(run.Output, "'acme/shop:mine-linux-x64, yours-linux-x64'");
        Assert.DoesNotContain("Pushed image 'acme/shop:mine, yours'", run.Output);

        foreach (var platform in PublishedImage.Read(repository, "yours").Platforms)
        {
            Assert.AreEqual("https://mine.example.test/shop", platform.Labels["org.opencontainers.image.source"]);
            Assert.AreEqual("1.2.3", platform.Labels["org.opencontainers.image.version"]);
        }
    }

    private static JsonDocument Configuration(int platform)
    {
        using var index = JsonDocument.Parse(Skopeo.Raw($"docker://{Published.Value}:1.2.3"));
        var digest = index.RootElement.GetProperty("manifests")[platform].GetProperty("digest").GetString();
        return JsonDocument.Parse(Skopeo.Run("inspect", "--tls-verify=false", "--config", $"docker://{Published.Value}@{digest}"));
    }

    private static Dictionary<string, string> Labels(JsonDocument configuration) =>
        configuration.RootElement.GetProperty("config").GetProperty("Labels").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!);
}
