using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Images where there is no registry: nothing but the SDK and git is used.</summary>
[TestClass]
public sealed class ContainerArchiveTests
{
    private const string Container = "-target:PublishContainer";
    private const string Profile = "-p:PublishProfile=DefaultContainer";

    [TestMethod]
    public void A_stable_public_release_gets_the_floating_tags_and_every_platform_the_five_labels()
    {
        using var sample = new ContainerSample();

        var archive = sample.PublishArchive(single: false, Container);

        CollectionAssert.AreEqual(new[] { "1", "1.2", "1.2.3", "latest" }, archive.Tags.ToArray());
        var image = PublishedImage.Read(archive, "1.2.3");
        CollectionAssert.AreEqual(new[] { "linux/amd64", "linux/arm64" }, image.Platforms.Select(platform => platform.Platform).ToArray());

        foreach (var platform in image.Platforms)
        {
            AssertLabels(sample.ExpectedLabels("1.2.3"), platform.Labels);
            Assert.IsFalse(platform.Labels.ContainsKey("org.opencontainers.artifact.created"), "the SDK's second time of the build");
        }

        using var record = JsonDocument.Parse(sample.Record());
        Assert.AreEqual(image.Digest, record.RootElement[0].GetProperty("digest").GetString());
        Assert.AreEqual(2, record.RootElement[0].GetProperty("index").GetProperty("manifests").GetArrayLength());
    }

    [TestMethod]
    public void A_prerelease_gets_its_full_version_and_no_floating_tag()
    {
        using var sample = new ContainerSample("1.3-beta");

        var archive = sample.PublishArchive(single: true, Profile);

        CollectionAssert.AreEqual(new[] { "1.3.3-beta" }, archive.Tags.ToArray());
        var image = PublishedImage.Read(archive, "1.3.3-beta");
        AssertLabels(sample.ExpectedLabels("1.3.3-beta"), image.Platforms.Single().Labels);

        using var record = JsonDocument.Parse(sample.Record("linux-x64"));
        Assert.AreEqual(image.Digest, record.RootElement[0].GetProperty("digest").GetString());
        Assert.AreEqual(JsonValueKind.Null, record.RootElement[0].GetProperty("index").ValueKind);
    }

    [TestMethod]
    public void A_build_of_a_local_branch_names_its_commit_without_a_plus_and_no_source()
    {
        using var sample = new ContainerSample();
        sample.Repository.Git("switch", "--quiet", "--create", "topic");
        sample.Repository.Git("remote", "remove", "origin");

        var archive = sample.PublishArchive(single: true, Container);

        var version = $"1.2.3-g{sample.Repository.Head[..10]}";
        CollectionAssert.AreEqual(new[] { version }, archive.Tags.ToArray());
        var expected = sample.ExpectedLabels(version);
        expected.Remove("org.opencontainers.image.source");
        AssertLabels(expected, PublishedImage.Read(archive, version).Platforms.Single().Labels);
    }

    [TestMethod]
    public void Version_json_lists_other_tags()
    {
        using var sample = new ContainerSample(settings: """
            "releaseTools": { "imageTags": ["v{version}", "{major}.{minor}", "sha-{commit}", "{branch}", { "tag": "beta", "when": "prerelease" }] }
            """);

        var archive = sample.PublishArchive(single: true, Container);

        CollectionAssert.AreEqual(new[] { "1.2", "main", $"sha-{sample.Repository.Head[..7]}", "v1.2.3" }, archive.Tags.ToArray());
    }

    [TestMethod]
    public void Items_of_the_project_win_over_the_list_in_version_json_for_every_platform()
    {
        using var sample = new ContainerSample(
            settings: """ "releaseTools": { "imageTags": ["v{version}"] } """,
            body: """
                <ItemGroup>
                  <ReleaseImageTag Include="{version}" PublishWhen="release" />
                  <ReleaseImageTag Include="topic-{branch}" PublishWhen="branch:topic; pull-request" />
                  <ReleaseImageTag Include="{branch}" />
                  <ReleaseImageTag Include="{commit:12}" />
                  <ReleaseImageTag Include="latest" />
                </ItemGroup>
                """);
        // Git allows all of it, and to MSBuild each sign means something.
        sample.Repository.Git("switch", "--quiet", "--create", "fix;$(Secret)@(Compile)%0A'x'");

        var archive = sample.PublishArchive(single: false, Container);

        CollectionAssert.AreEqual(new[] { sample.Repository.Head[..12], "fix-Secret-Compile-0A-x-" }, archive.Tags.ToArray());
    }

    [TestMethod]
    public void A_wrong_item_stops_the_publish_and_no_other_build()
    {
        using var sample = new ContainerSample(body: """<ItemGroup><ReleaseImageTag Include="{versoin}" /></ItemGroup>""");

        var run = sample.TryPublish("--runtime", "linux-x64", "--no-self-contained", Container);

        Assert.AreNotEqual(0, run.ExitCode, run.All);
        StringAssert.Contains(run.All, "Shop.csproj : error RT7001: The image tag '{versoin}' has the placeholder 'versoin'");
        sample.Publish("--runtime", "linux-x64", "--no-self-contained");
    }

    [TestMethod]
    public void What_the_project_says_of_its_image_wins()
    {
        using var sample = new ContainerSample(body: """
            <PropertyGroup>
              <ContainerImageTag>mine</ContainerImageTag>
              <ContainerTitle>Shop: the service</ContainerTitle>
              <ContainerGenerateLabelsImageRevision>false</ContainerGenerateLabelsImageRevision>
            </PropertyGroup>
            <ItemGroup>
              <ContainerLabel Include="org.opencontainers.image.created" Value="2001-02-03T04:05:06Z" />
              <ContainerLabel Include="org.opencontainers.image.version" Value="mine: 7" />
            </ItemGroup>
            """);

        var archive = sample.PublishArchive(single: true, Container);

        CollectionAssert.AreEqual(new[] { "mine" }, archive.Tags.ToArray());
        AssertLabels(
            new()
            {
                ["org.opencontainers.image.created"] = "2001-02-03T04:05:06Z",
                ["org.opencontainers.image.source"] = "https://git.example.test/acme/shop",
                ["org.opencontainers.image.title"] = "Shop: the service",
                ["org.opencontainers.image.version"] = "mine: 7",
            },
            PublishedImage.Read(archive, "mine").Platforms.Single().Labels);
    }

    [TestMethod]
    public void Switched_off_the_image_is_the_SDKs()
    {
        using var sample = new ContainerSample();

        var archive = sample.PublishArchive(single: true, Container, "-p:ReleaseToolsContainer=false");

        CollectionAssert.AreEqual(new[] { "latest" }, archive.Tags.ToArray());
        var labels = PublishedImage.Read(archive, "latest").Platforms.Single().Labels;
        Assert.IsFalse(labels.ContainsKey("org.opencontainers.image.revision"));
        Assert.AreEqual("1.2.3", labels["org.opencontainers.image.version"], "the SDK's own label, of the package's version");
    }

    private static void AssertLabels(Dictionary<string, string> expected, IReadOnlyDictionary<string, string> labels) =>
        CollectionAssert.AreEquivalent(
            expected.ToArray(),
            labels.Where(label => ContainerSample.OurLabels.Contains(label.Key)).ToArray(),
            string.Join('\n', labels.Select(label => $"{label.Key} = {label.Value}")));
}
