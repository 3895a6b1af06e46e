using System.Text;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>What registries and their tools write, read without one.</summary>
[TestClass]
public sealed class RegistryTextTests
{
    [TestMethod]
    [DataRow("docker.io", "shop", "registry-1.docker.io", "library/shop")]
    [DataRow("docker.io", "acme/shop", "registry-1.docker.io", "acme/shop")]
    [DataRow("index.docker.io", "shop", "registry-1.docker.io", "library/shop")]
    [DataRow("ghcr.example.test", "acme/shop", "ghcr.example.test", "acme/shop")]
    [DataRow("localhost:5000", "shop", "localhost:5000", "shop")]
    [DataRow("[::1]:5000", "a/b_c/d--e", "[::1]:5000", "a/b_c/d--e")]
    public void A_place_is_asked_where_its_registry_is(string registry, string repository, string host, string path)
    {
        var place = ImagePlace.Parse(registry, repository);

        Assert.AreEqual((host, path), (place.Registry.Host, place.Path));
    }

    [TestMethod]
    [DataRow("", "shop")]
    [DataRow("https://ghcr.example.test", "shop")]
    [DataRow("ghcr.example.test/acme", "shop")]
    [DataRow("user@ghcr.example.test", "shop")]
    [DataRow("ghcr.example.test", "Acme/Shop")]
    [DataRow("ghcr.example.test", "acme/../shop")]
    [DataRow("ghcr.example.test", "acme/shop?x=1")]
    [DataRow("ghcr.example.test", "")]
    public void What_names_no_repository_is_said_to(string registry, string repository) =>
        Assert.AreEqual("RT7020", Assert.ThrowsExactly<ReleaseException>(() => ImagePlace.Parse(registry, repository)).Diagnostics.Single().Code);

    [TestMethod]
    public void A_digest_is_read_and_nothing_else()
    {
        var digest = Digest.Of("shop"u8);

        Assert.AreEqual(digest, Digest.Read(digest.Text));
        Assert.IsNull(Digest.Read(digest.Text.ToUpperInvariant()));
        Assert.IsNull(Digest.Read(digest.Text[..^1] + "/"));
        Assert.IsNull(Digest.Read("latest"));
    }

    [TestMethod]
    public void A_challenge_keeps_commas_and_quotes_of_its_values()
    {
        var challenge = AuthChallenge.Parse("Bearer", """realm="https://auth.example.test/token",service="a \"b\"",scope="repository:acme/shop:pull,push repository:base:pull", error=x""");

        Assert.AreEqual(("bearer", "https://auth.example.test/token", "a \"b\""), (challenge.Scheme, challenge.Realm, challenge.Service));
        CollectionAssert.AreEqual(new[] { "repository:acme/shop:pull,push", "repository:base:pull" }, challenge.Scopes);
    }

    [TestMethod]
    [DataRow("ghcr.example.test", "acme/shop", "ada:one", DisplayName = "by the host")]
    [DataRow("quay.example.test", "acme/shop", "folder:two", DisplayName = "by the folder")]
    [DataRow("quay.example.test", "other/shop", "host:three", DisplayName = "by the host when the folder is another")]
    [DataRow("docker.io", "shop", "hub:four", DisplayName = "Docker Hub by its old address")]
    [DataRow("plain.example.test", "shop", "name:five:six", DisplayName = "written out")]
    [DataRow("token.example.test", "shop", ":refresh", DisplayName = "an identity token")]
    [DataRow("empty.example.test", "shop", null, DisplayName = "an entry that only says somebody logged in")]
    [DataRow("other.example.test", "shop", null, DisplayName = "nobody logged in")]
    public void Credentials_are_found_by_what_they_are_for(string registry, string repository, string? expected)
    {
        var config = Config($$"""
            { "auths": {
                "https://ghcr.example.test/v2/": { "auth": "{{Base64("ada:one")}}" },
                "quay.example.test/acme": { "auth": "{{Base64("folder:two")}}" },
                "quay.example.test": { "auth": "{{Base64("host:three")}}" },
                "https://index.docker.io/v1/": { "auth": "{{Base64("hub:four")}}" },
                "plain.example.test": { "username": "name", "password": "five:six" },
                "token.example.test": { "auth": "{{Base64("x:y")}}", "identitytoken": "refresh" },
                "empty.example.test": {} } }
            """);

        var found = config.Find(ImagePlace.Parse(registry, repository));

        Assert.AreEqual(expected, found is null ? null : $"{found.User}:{found.Secret}");
    }

    [TestMethod]
    public void A_helper_for_one_registry_goes_before_the_one_for_all()
    {
        var config = Config("""{ "credsStore": "desktop", "credHelpers": { "ghcr.example.test": "pass", "https://index.docker.io/v1/": "hub" } }""");

        Assert.AreEqual("pass", config.FindHelper(RegistryName.Read("ghcr.example.test")!));
        Assert.AreEqual("hub", config.FindHelper(RegistryName.Read("docker.io")!));
        Assert.AreEqual("desktop", config.FindHelper(RegistryName.Read("quay.example.test")!));
        Assert.IsNull(Config("{}").FindHelper(RegistryName.Read("quay.example.test")!));
    }

    [TestMethod]
    public void A_damaged_file_of_credentials_is_named_and_not_quoted()
    {
        var damaged = Assert.ThrowsExactly<ReleaseException>(() => Config("""{ "auths": { "a": "s3cret" """));

        Assert.AreEqual("RT7031", damaged.Diagnostics.Single().Code);
        Assert.DoesNotContain("s3cret", damaged.Message);
    }

    [TestMethod]
    public void A_secret_is_no_part_of_what_credentials_say_of_themselves()
    {
        var credential = new RegistryCredential("ada", "s3cret", "'config.json'");

        Assert.DoesNotContain("s3cret", $"{credential}");
        Assert.AreEqual("no *** and no ***", credential.Redact($"no s3cret and no {credential.Basic}"));
    }

    [TestMethod]
    [DataRow("linux-x64", "linux/amd64")]
    [DataRow("linux-musl-arm64", "linux/arm64")]
    [DataRow("linux-arm", "linux/arm/v7")]
    [DataRow("win-x64", "windows/amd64")]
    [DataRow("osx-arm64", null)]
    [DataRow("any", null)]
    public void A_runtime_has_a_platform(string runtime, string? platform) => Assert.AreEqual(platform, ImagePlatform.Read(runtime)?.ToString());

    [TestMethod]
    [DataRow("1.2.2", "1.2.3", true)]
    [DataRow("1.2.3", "1.2.3", true)]
    [DataRow("1.10.0", "1.9.0", false)]
    [DataRow("1.3.0-beta.1", "1.2.9", false)]
    [DataRow("1.2.4.8", "1.2.4.9", true)]
    [DataRow("2.0.0.7", "1.2.4.9", false)]
    [DataRow("1.2", "1.2.3", false)]
    [DataRow("", "1.2.3", false)]
    public void A_floating_tag_never_goes_back(string there, string wanted, bool moves) => Assert.AreEqual(moves, FloatingTag.MayMove(there, wanted));

    [TestMethod]
    [DataRow("2.0.1", "1.2.4", true)]
    [DataRow("2.0.0.7", "1.2.4.9", true)]
    [DataRow("1.2.4.8", "1.2.4.9", false)]
    [DataRow("24.04", "1.2.4", false)]
    [DataRow("", "1.2.4", false)]
    public void A_version_is_later_by_its_three_numbers_or_four(string there, string wanted, bool isLater) => Assert.AreEqual(isLater, FloatingTag.IsLater(there, wanted));

    [TestMethod]
    [DataRow(999, "999 B")]
    [DataRow(4_200, "4.2 kB")]
    [DataRow(37_000_000, "37 MB")]
    public void Bytes_are_said_as_people_count_them(long bytes, string text) => Assert.AreEqual(text, ByteCount.Text(bytes));

    [TestMethod]
    [DataRow("0", "1970-01-01T00:00:00Z")]
    [DataRow("1767225780", "2026-01-01T00:03:00Z")]
    public void A_source_date_is_seconds_since_1970(string seconds, string date) => Assert.AreEqual(date, SourceDate.Parse(seconds));

    [TestMethod]
    [DataRow("-1")]
    [DataRow("2026-01-01")]
    [DataRow("99999999999999999")]
    [DataRow(" 1")]
    public void What_is_no_source_date_is_said_to(string text) =>
        Assert.AreEqual("RT7035", Assert.ThrowsExactly<ReleaseException>(() => SourceDate.Parse(text)).Diagnostics.Single().Code);

    private static DockerConfig Config(string json) => DockerConfig.Parse(SourceText.From("config.json", json));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
