using System.Text;
using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>One publish and several registries, all of them real, read back with the real skopeo.</summary>
[TestClass]
public sealed class ContainerSpreadTests
{
    private const string Container = "-target:PublishContainer";
    private const string Profile = "-p:PublishProfile=DefaultContainer";
    private const string AllTags = "1.2.3, 1.2, 1, latest";

    private static readonly string[] Single = ["--runtime", "linux-x64", "--no-self-contained"];
    private static readonly Dictionary<string, string?> NoVariables = [];

    [TestMethod]
    public void All_registries_hold_one_digest_and_publishing_again_changes_nothing_anywhere()
    {
        using var first = Skopeo.Registry();
        using var second = Skopeo.Registry(asksWho: true);
        using var login = new TempFolder();
        login.Write("config.json", $$"""{ "auths": { "{{second.Host}}": { "auth": "{{Basic}}" } } }""");
        var variables = new Dictionary<string, string?> { ["DOCKER_CONFIG"] = login.Path };
        using var sample = new ContainerSample(body: Registries(first.Host, $"{second.Host}\" Repository=\"other/shop"));

        sample.TryPublish(variables, Container).Expect();

        var digest = OciBlob.DigestOf(Skopeo.Raw($"docker://{first.Host}/acme/shop:1.2.3"));
        string[] known = ["inspect", "--tls-verify=false", "--creds", $"{LocalRegistry.User}:{LocalRegistry.Password}", "--raw"];

        foreach (var tag in AllTags.Split(", "))
        {
            Assert.AreEqual(digest, OciBlob.DigestOf(Encoding.UTF8.GetBytes(Skopeo.Run([.. known, $"docker://{second.Host}/other/shop:{tag}"]))), tag);
        }

        foreach (var platform in PublishedImage.Read(first.Repository("acme/shop"), "1.2.3").Platforms)
        {
            Assert.AreEqual("", string.Join('\n', sample.ExpectedLabels("1.2.3").Except(platform.Labels)), platform.Platform);
        }

        AssertRecord(sample.Record(), digest, $"{first.Host}/acme/shop", $"{second.Host}/other/shop");
        var (record, before) = (sample.Record(), (string[])[.. first.Storage, .. second.Storage]);

        var again = sample.TryPublish(variables, Container).Expect();

        StringAssert.Contains(again.Output, $"{first.Host}/acme/shop:1.2.3 is there already, of this commit and for linux/amd64, linux/arm64: nothing is pushed.");
        StringAssert.Contains(again.Output, $"{second.Host}/other/shop:{AllTags}  {digest}  already there");
        CollectionAssert.AreEqual(before, (string[])[.. first.Storage, .. second.Storage]);
        Assert.AreEqual(record, sample.Record());
    }

    [TestMethod]
    public void A_registry_that_comes_later_gets_the_image_that_is_there()
    {
        using var first = Skopeo.Registry();
        using var second = Skopeo.Registry();
        using var sample = new ContainerSample(body: """<ItemGroup Condition="'$(Also)' != ''"><ReleaseImageRegistry Include="$(Also)" /></ItemGroup>""");
        sample.Publish([.. Single, Profile, $"-p:ContainerRegistry={first.Host}"]);
        var before = first.Storage.ToArray();

        var run = sample.Publish([.. Single, Profile, $"-p:ContainerRegistry={first.Host}", $"-p:Also={second.Host}"]);

        var digest = OciBlob.DigestOf(Skopeo.Raw($"docker://{second.Host}/acme/shop:1.2.3"));
        StringAssert.Contains(run.Output, $"{second.Host}/acme/shop:{AllTags}  {digest}  copied (");
        Assert.AreEqual(digest, PublishedImage.Read(first.Repository("acme/shop"), "latest").Digest);
        CollectionAssert.AreEqual(before, first.Storage.ToArray());
        Assert.DoesNotContain("Pushed image", run.Output);
        AssertRecord(sample.Record("linux-x64"), digest, $"{first.Host}/acme/shop", $"{second.Host}/acme/shop");

        // And when it is the first that lacks it.
        using var third = Skopeo.Registry();
        sample.Publish([.. Single, Profile, $"-p:ContainerRegistry={third.Host}", $"-p:Also={second.Host}"]);
        Assert.AreEqual(digest, PublishedImage.Read(third.Repository("acme/shop"), "1.2.3").Digest);
    }

    [TestMethod]
    public void Edited_files_and_new_commits_are_pushed_and_a_tag_that_is_gone_comes_back()
    {
        using var registry = Skopeo.Registry();
        using var sample = new ContainerSample("1.3-beta.{height}", "<PropertyGroup><ContainerImageTags>mine;floating</ContainerImageTags><ContainerImageTags Condition=\"'$(Also)' != ''\">mine;$(Also);floating</ContainerImageTags></PropertyGroup>");
        string[] arguments = [.. Single, Container, $"-p:ContainerRegistry={registry.Host}"];
        var repository = registry.Repository("acme/shop");
        sample.Publish(arguments);
        var first = PublishedImage.Read(repository, "mine").Digest;

        sample.Solution.Write("Shop/Program.cs", "var app = WebApplication.Create(args);\napp.Run(); // edited\n");
        var edited = sample.Publish(arguments);
        var second = PublishedImage.Read(repository, "mine").Digest;
        Assert.AreNotEqual(first, second);
        StringAssert.Contains(edited.Output, "the working tree has changes that are not committed: the image is pushed again.");

        sample.Repository.Commit("feat: sell yet more");
        sample.Publish(arguments);
        var third = PublishedImage.Read(repository, "mine");
        Assert.AreNotEqual(second, third.Digest);
        Assert.AreEqual(sample.Repository.Head, third.Platforms.Single().Labels["org.opencontainers.image.revision"]);

        var run = sample.Publish([.. arguments, "-p:Also=further"]);
        StringAssert.Contains(run.Output, $"{registry.Host}/acme/shop:mine, further, floating  {third.Digest}  already there, tags set");
        Assert.AreEqual(third.Digest, PublishedImage.Read(repository, "further").Digest);
    }

    [TestMethod]
    public void A_released_tag_is_never_given_another_content_unless_one_says_so()
    {
        using var registry = Skopeo.Registry();
        using var sample = new ContainerSample();
        string[] arguments = [.. Single, Container, $"-p:ContainerRegistry={registry.Host}"];
        sample.Publish(arguments);
        var released = sample.Repository.Head;
        var before = registry.Storage.ToArray();

        sample.Solution.Write("Shop/Program.cs", "var app = WebApplication.Create(args);\napp.Run(); // edited\n");
        StringAssert.Contains(sample.Publish(arguments).Output, "for linux/amd64; the working tree has changes that are not committed, and the image there is kept: nothing is pushed.");
        StringAssert.Contains(
            sample.TryPublish(NoVariables, [.. arguments, "-p:ContainerGenerateLabelsImageRevision=false"]).Expect(1).Output,
            $"error RT7033: '{registry.Host}/acme/shop:1.2.3' is a release already, of commit '{released[..7]}', and this does not say in its label 'revision' which commit it is of.");

        sample.Repository.Git("commit", "--quiet", "--allow-empty", "--amend", "--message", "docs: say it in another way");

        var refused = sample.TryPublish(NoVariables, arguments).Expect(1);

        StringAssert.Contains(refused.Output, $"error RT7033: '{registry.Host}/acme/shop:1.2.3' is a release already, of commit '{released[..7]}', and this is '{sample.Repository.Head[..7]}'.");
        StringAssert.Contains(sample.TryPublish(NoVariables, [.. arguments, "-p:Version=1.2.3"]).Expect(1).Output, "error RT7033:");
        CollectionAssert.AreEqual(before, registry.Storage.ToArray());

        Assert.IsFalse(File.Exists(sample.Solution.At("Shop/obj/Release/net10.0/linux-x64/release/images.json")));

        sample.Publish([.. arguments, "-p:ReleaseToolsImageRepublish=true"]);
        Assert.AreEqual(sample.Repository.Head, PublishedImage.Read(registry.Repository("acme/shop"), "1.2.3").Platforms.Single().Labels["org.opencontainers.image.revision"]);
    }

    [TestMethod]
    public void A_hotfix_takes_no_floating_tag_from_a_later_version()
    {
        using var first = Skopeo.Registry();
        using var second = Skopeo.Registry();
        using var sample = new ContainerSample(body: Registries(second.Host));
        string[] arguments = [Container, $"-p:ContainerRegistry={first.Host}"];
        sample.Publish([.. Single, .. arguments]);
        var later = PublishedImage.Read(first.Repository("acme/shop"), "1.2.3").Digest;
        sample.Solution.Write("version.json", """{ "version": "1.1", "publicReleaseRefSpec": ["^refs/heads/main$"] }""").Commit("fix: sell as before");

        var run = sample.Publish(arguments);

        StringAssert.Contains(run.Output, $"{first.Host}/acme/shop:latest stays with 1.2.3, which is later.");

        foreach (var registry in (LocalRegistry[])[first, second])
        {
            var repository = registry.Repository("acme/shop");
            Assert.AreEqual(later, PublishedImage.Read(repository, "latest").Digest);
            Assert.AreEqual(later, PublishedImage.Read(repository, "1").Digest);
            Assert.AreEqual(PublishedImage.Read(repository, "1.1.1").Digest, PublishedImage.Read(repository, "1.1").Digest);
            Assert.DoesNotContain("latest-linux-x64", repository.Tags);
        }
    }

    [TestMethod]
    [DataRow("Acme/Shop", "acme/shop")]
    [DataRow("", "shop")]
    public void The_repository_that_registries_have_in_common_is_the_one_the_SDK_makes_of_the_projects(string repository, string common)
    {
        using var sample = new ContainerSample(body: Registries("one.example.test\" Repository=\"first/shop", "other.example.test"));

        var run = sample.Solution.Dotnet(["msbuild", "Shop", "-nologo", "-nodeReuse:false", "-restore", "-target:ComputeContainerConfig", $"-property:ContainerRepository={repository}", "-getProperty:ContainerRepository,_ReleaseToolsCommonRepository"]).Expect();

        using var json = JsonDocument.Parse(run.Output);
        var properties = json.RootElement.GetProperty("Properties");
        Assert.AreEqual("first/shop", properties.GetProperty("ContainerRepository").GetString());
        Assert.AreEqual(common, properties.GetProperty("_ReleaseToolsCommonRepository").GetString());
    }

    [TestMethod]
    public void Wrong_credentials_stop_the_publish_before_anything_is_pushed_and_are_not_shown()
    {
        using var registry = Skopeo.Registry(asksWho: true);
        using var sample = new ContainerSample();
        var variables = new Dictionary<string, string?> { ["DOTNET_CONTAINER_REGISTRY_UNAME"] = "ada", ["DOTNET_CONTAINER_REGISTRY_PWORD"] = "not-this-one" };

        var refused = sample.TryPublish(variables, [.. Single, Container, $"-p:ContainerRegistry={registry.Host}", "-verbosity:diagnostic"]).Expect(1);

        StringAssert.Contains(refused.Output, $"error RT7023: The registry '{registry.Host}' does not accept the credentials from DOTNET_CONTAINER_REGISTRY_UNAME and DOTNET_CONTAINER_REGISTRY_PWORD.");
        Assert.DoesNotContain(Convert.ToBase64String("ada:not-this-one"u8), refused.All);
        Assert.DoesNotContain("CONTAINER1016", refused.All);
    }

    [TestMethod]
    [DataRow(12_000, DisplayName = "under the push")]
    [DataRow(32_000, DisplayName = "later in it")]
    public void A_registry_that_dies_is_completed_by_publishing_again(int bytes)
    {
        using var first = Skopeo.Registry();
        using var second = Skopeo.Registry();
        using var proxy = new CuttingProxy(first.Host, bytes);
        using var sample = new ContainerSample(body: Registries(proxy.Host, second.Host));
        Assert.AreNotEqual(0, sample.TryPublish(NoVariables, Container).ExitCode);
        Assert.IsTrue(proxy.IsCut);

        proxy.Mend();
        sample.Publish(Container);

        AssertEqualEverywhere(first, second);
    }

    [TestMethod]
    public void A_registry_that_dies_under_the_copy_is_named_and_gets_the_same_digest_later()
    {
        using var first = Skopeo.Registry();
        using var second = Skopeo.Registry();
        using var proxy = new CuttingProxy(second.Host, 20_000);
        using var sample = new ContainerSample(body: Registries(first.Host, proxy.Host));

        var broken = sample.TryPublish(NoVariables, [.. Single, Container]).Expect(1);

        StringAssert.Contains(broken.Output, $"error RT7021: The registry '{proxy.Host}' cannot be reached: ");
        var digest = PublishedImage.Read(first.Repository("acme/shop"), "1.2.3").Digest;
        AssertRecord(sample.Record("linux-x64"), digest, $"{first.Host}/acme/shop");

        proxy.Mend();
        sample.Publish([.. Single, Container]);

        Assert.AreEqual(digest, PublishedImage.Read(first.Repository("acme/shop"), "1.2.3").Digest);
        AssertEqualEverywhere(first, second);
    }

    [TestMethod]
    public void The_source_date_goes_before_the_commits()
    {
        using var sample = new ContainerSample();

        var dated = sample.PublishArchive(single: true, Container, "-p:SOURCE_DATE_EPOCH=86400");
        Assert.AreEqual("1970-01-02T00:00:00Z", PublishedImage.Read(dated, "1.2.3").Platforms.Single().Labels["org.opencontainers.image.created"]);

        var refused = sample.TryPublish(new Dictionary<string, string?> { ["SOURCE_DATE_EPOCH"] = "yesterday" }, [.. Single, Container, $"-p:ContainerArchiveOutputPath={sample.Solution.At("out/x.tar")}"]).Expect(1);
        StringAssert.Contains(refused.Output, "error RT7035: SOURCE_DATE_EPOCH is 'yesterday'");
    }

    private static string Basic { get; } = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{LocalRegistry.User}:{LocalRegistry.Password}"));

    private static string Registries(params string[] attributes) =>
        $"<ItemGroup>{string.Concat(attributes.Select(attribute => $"<ReleaseImageRegistry Include=\"{attribute}\" />"))}</ItemGroup>";

    private static void AssertEqualEverywhere(LocalRegistry first, LocalRegistry second)
    {
        foreach (var tag in AllTags.Split(", "))
        {
            Assert.AreEqual(PublishedImage.Read(first.Repository("acme/shop"), "1.2.3").Digest, PublishedImage.Read(first.Repository("acme/shop"), tag).Digest, tag);
            Assert.AreEqual(PublishedImage.Read(first.Repository("acme/shop"), "1.2.3").Digest, PublishedImage.Read(second.Repository("acme/shop"), tag).Digest, tag);
        }
    }

    private static void AssertRecord(string record, string digest, params string[] places)
    {
        using var json = JsonDocument.Parse(record);

        CollectionAssert.AreEqual(
            places.Select(place => $"{place}: {AllTags} {digest}").ToArray(),
            json.RootElement.EnumerateArray().Select(place =>
                $"{place.GetProperty("registry").GetString()}/{place.GetProperty("repository").GetString()}: {string.Join(", ", place.GetProperty("tags").EnumerateArray())} {place.GetProperty("digest").GetString()}").ToArray());

        var first = json.RootElement[0];
        CollectionAssert.AreEqual(
            first.GetProperty("index").ValueKind == JsonValueKind.Null ? [$"linux/amd64 {digest}"] : first.GetProperty("index").GetProperty("manifests").EnumerateArray()
                .Select(manifest => $"linux/{manifest.GetProperty("platform").GetProperty("architecture").GetString()} {manifest.GetProperty("digest").GetString()}").ToArray(),
            first.GetProperty("platforms").EnumerateArray()
                .Select(platform => $"{platform.GetProperty("os").GetString()}/{platform.GetProperty("architecture").GetString()} {platform.GetProperty("digest").GetString()}").ToArray());
    }
}
