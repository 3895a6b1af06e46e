using System.Text;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>The client against answers that a real registry gives on its bad days, or never.</summary>
[TestClass]
public sealed class OciAnswersTests
{
    private const string Index = "application/vnd.oci.image.index.v1+json";

    [TestMethod]
    public async Task A_redirect_to_another_host_takes_no_credentials_along()
    {
        using var storage = new ScriptedServer();
        using var registry = new ScriptedServer();
        var blob = "shop"u8.ToArray();
        storage.Answer = _ => (200, [], blob);
        registry.Answer = request => request.Headers["Authorization"] is null
            ? (401, [("WWW-Authenticate", "Basic realm=\"x\"")], [])
            : (307, [("Location", $"http://{storage.Host}/elsewhere")], []);
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(registry));

        CollectionAssert.AreEqual(blob, await client.ReadBlobAsync(Digest.Of(blob), CancellationToken.None));

        Assert.AreEqual("", storage.Asked.Single().Authorization);
        StringAssert.StartsWith(registry.Asked[^1].Authorization, "Basic ");
    }

    [TestMethod]
    public async Task An_upload_that_is_begun_on_another_host_takes_no_credentials_along()
    {
        using var storage = new ScriptedServer();
        using var registry = new ScriptedServer();
        var blob = Encoding.UTF8.GetBytes("a layer");
        storage.Answer = request => request.HttpMethod == "PUT" ? (201, [], []) : (200, [], blob);
        registry.Answer = request => request.Headers["Authorization"] is null
            ? (401, [("WWW-Authenticate", "Basic realm=\"x\"")], [])
            : (202, [("Location", $"http://{storage.Host}/upload?state=a%2Fb")], []);
        using var source = OciSample.Client(storage.Host, "acme/shop");
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(registry));

        await client.CopyBlobAsync(new("", Digest.Of(blob), blob.Length, null), source, CancellationToken.None);

        var (request, authorization, body) = storage.Asked.Single(asked => asked.Request.StartsWith("PUT", StringComparison.Ordinal));
        StringAssert.StartsWith(request, "PUT /upload?state=a%2Fb&digest=sha256");
        Assert.AreEqual(("", "a layer"), (authorization, body));
    }

    [TestMethod]
    public async Task A_token_is_fetched_once_and_sent_from_then_on()
    {
        using var registry = new ScriptedServer();
        registry.Answer = request => request.Url!.AbsolutePath == "/token" ? (200, [], """{ "token": "t0ken" }"""u8.ToArray())
            : request.Headers["Authorization"] == "Bearer t0ken" ? (404, [], [])
            : (401, [("WWW-Authenticate", $"Bearer realm=\"http://{registry.Host}/token\",service=\"reg\",scope=\"repository:acme/shop:pull\"")], []);
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(registry));

        Assert.IsNull(await client.FindManifestAsync("1.0", CancellationToken.None));
        Assert.IsNull(await client.FindManifestAsync("1.1", CancellationToken.None));

        var (request, authorization, _) = registry.Asked.Single(asked => asked.Request.StartsWith("GET /token", StringComparison.Ordinal));
        StringAssert.Contains(request, "service=reg&scope=repository%3Aacme%2Fshop%3Apull%2Cpush");
        Assert.AreEqual($"Basic {Convert.ToBase64String("ada:s3cret"u8)}", authorization);
        Assert.HasCount(4, registry.Asked);
    }

    [TestMethod]
    public async Task An_identity_token_is_exchanged_and_never_sent_to_the_registry_itself()
    {
        using var folder = new TempFolder();
        using var registry = new ScriptedServer();
        folder.Write("config.json", $$"""{ "auths": { "{{registry.Host}}": { "identitytoken": "refresh-me" } } }""");
        registry.Answer = request => request.Url!.AbsolutePath == "/token" ? (200, [], """{ "access_token": "t0ken" }"""u8.ToArray())
            : request.Headers["Authorization"] == "Bearer t0ken" ? (404, [], [])
            : (401, [("WWW-Authenticate", $"Bearer realm=\"http://{registry.Host}/token\",service=\"reg\"")], []);
        using var client = OciSample.Client(registry.Host, "acme/shop", OciSample.Settings(null, ("DOCKER_CONFIG", folder.Path)));

        Assert.IsNull(await client.FindManifestAsync("1.0", CancellationToken.None));

        StringAssert.Contains(registry.Asked.Single(asked => asked.Request == "POST /token").Body, "grant_type=refresh_token&service=reg&client_id=dotnet-release&scope=repository%3Aacme%2Fshop%3Apull%2Cpush&refresh_token=refresh-me");
    }

    [TestMethod]
    public async Task Credentials_go_to_no_token_service_that_is_neither_the_registry_nor_behind_TLS()
    {
        using var thief = new ScriptedServer();
        using var registry = new ScriptedServer();
        registry.Answer = _ => (401, [("WWW-Authenticate", $"Bearer realm=\"http://{thief.Host}/token\",service=\"reg\"")], []);
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(registry));

        await OciClientTests.StopsAsync("RT7029", () => client.FindManifestAsync("1.0", CancellationToken.None));

        Assert.HasCount(0, thief.Asked);
    }

    [TestMethod]
    public async Task A_token_service_proves_who_it_is_even_where_the_registry_need_not()
    {
        using var thief = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"token\":\"taken\"}", hasTls: true);
        using var registry = new ScriptedServer();
        registry.Answer = _ => (401, [("WWW-Authenticate", $"Bearer realm=\"https://{thief.Host}/token\",service=\"reg\"")], []);
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(registry));

        await OciClientTests.StopsAsync("RT7021", () => client.FindManifestAsync("1.0", CancellationToken.None));

        Assert.AreEqual(0, thief.Heard);
    }

    [TestMethod]
    [DataRow("200 OK\r\nContent-Type: application/json", "RT7021", "it fell silent within an answer")]
    [DataRow("503 Service Unavailable", "RT7022", "503, Service Unavailable")]
    public async Task A_registry_that_falls_silent_within_an_answer_is_not_waited_for(string head, string code, string words)
    {
        using var registry = new RawServer($"HTTP/1.1 {head}\r\nContent-Length: 100\r\n\r\n{{");
        using var client = OciSample.Client(registry.Host, "acme/shop", OciSample.Settings() with { Silence = TimeSpan.FromSeconds(0.5) });

        StringAssert.Contains(await OciClientTests.StopsAsync(code, () => client.ReadManifestAsync("1.0", CancellationToken.None)), words);
        Assert.AreEqual(1, registry.Heard);
    }

    [TestMethod]
    public async Task A_registry_that_says_nothing_at_all_is_asked_once()
    {
        using var registry = new RawServer("");
        using var client = OciSample.Client(registry.Host, "acme/shop", OciSample.Settings() with { Silence = TimeSpan.FromSeconds(0.5) });

        StringAssert.Contains(await OciClientTests.StopsAsync("RT7021", () => client.ReadManifestAsync("1.0", CancellationToken.None)), "it was silent for 0.5 s");
        Assert.AreEqual(1, registry.Heard);
    }

    [TestMethod]
    [DataRow("", "it was silent for 1 s")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", "it fell silent within an answer, for 0.5 s")]
    public async Task A_source_that_falls_silent_is_named_and_not_the_target(string answer, string words)
    {
        using var source = new RawServer(answer);
        using var registry = new ScriptedServer { Answer = _ => (202, [("Location", "/upload")], []) };
        // The target has the shorter patience, and is still not the one that ends it.
        using var from = OciSample.Client(source.Host, "acme/shop", OciSample.Settings() with { Silence = TimeSpan.FromSeconds(1) });
        using var to = OciSample.Client(registry.Host, "acme/copy", OciSample.Settings() with { Silence = TimeSpan.FromSeconds(0.5) });

        StringAssert.Contains(
            await OciClientTests.StopsAsync("RT7021", () => to.CopyBlobAsync(new("", Digest.Of("{}"u8), 100, null), from, CancellationToken.None)),
            $"The registry '{source.Host}' cannot be reached: {words}.");
    }

    [TestMethod]
    public async Task A_refusal_or_a_token_without_end_is_not_read_to_its_end()
    {
        using var registry = new ScriptedServer();
        var endless = Encoding.UTF8.GetBytes($$"""{ "token": "t0ken", "errors": [{ "code": "{{new string('x', 300_000)}}" }] }""");
        registry.Answer = _ => (418, [], endless);
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(registry));

        Assert.DoesNotContain("xxx", await OciClientTests.StopsAsync("RT7027", () => client.ReadManifestAsync("1.0", CancellationToken.None)));

        registry.Answer = request => request.Url!.AbsolutePath == "/token" ? (200, [], endless)
            : (401, [("WWW-Authenticate", $"Bearer realm=\"http://{registry.Host}/token\",service=\"reg\"")], []);
        StringAssert.Contains(await OciClientTests.StopsAsync("RT7027", () => client.ReadManifestAsync("1.0", CancellationToken.None)), "there is no token in it");
    }

    [TestMethod]
    [DataRow(503)]
    [DataRow(429)]
    public async Task A_busy_registry_is_asked_again(int status)
    {
        var asked = 0;
        using var registry = new ScriptedServer();
        registry.Answer = _ => ++asked < 3 ? (status, [("Retry-After", "0")], []) : (200, [("Content-Type", Index)], "{}"u8.ToArray());
        using var client = OciSample.Client(registry.Host, "acme/shop");

        Assert.AreEqual(Digest.Of("{}"u8), (await client.ReadManifestAsync("1.0", CancellationToken.None))?.Digest);
    }

    [TestMethod]
    public async Task A_full_disk_is_said_in_the_registrys_words_and_without_the_secret()
    {
        using var registry = new ScriptedServer();
        registry.Answer = request => request.Headers["Authorization"] is { } known
            ? (507, [], Encoding.UTF8.GetBytes($$"""{ "errors": [{ "code": "UNKNOWN", "message": "no space left for {{known}}" }] }"""))
            : (401, [("WWW-Authenticate", "Basic")], []);
        using var client = OciSample.Client(registry.Host, "acme/shop", Known(registry));

        var message = await OciClientTests.StopsAsync("RT7022", () => client.ReadManifestAsync("1.0", CancellationToken.None));

        StringAssert.Contains(message, "507, UNKNOWN no space left for Basic ***");
    }

    [TestMethod]
    [DataRow(403, "RT7025")]
    [DataRow(418, "RT7027")]
    public async Task An_answer_that_ends_it_has_a_code(int status, string code)
    {
        using var registry = new ScriptedServer();
        registry.Answer = _ => (status, [], []);
        using var client = OciSample.Client(registry.Host, "acme/shop");

        await OciClientTests.StopsAsync(code, () => client.ReadManifestAsync("1.0", CancellationToken.None));
    }

    [TestMethod]
    [DataRow(503, "RT7022")]
    [DataRow(403, "RT7025")]
    [DataRow(418, "RT7027")]
    public async Task A_release_is_pushed_where_its_tag_can_be_seen_and_anything_else_where_it_may_be(int status, string code)
    {
        var said = new List<string>();
        using var registry = new ScriptedServer();
        registry.Answer = _ => (status, [], []);
        var place = ImagePlace.Parse(registry.Host, "acme/shop");
        RegistryLook Look(bool isReleased) => new("1.2.3", isReleased, OciSample.Settings(), said.Add);

        var stop = await Assert.ThrowsExactlyAsync<ReleaseException>(() => Look(isReleased: true).AtAsync(place, isPushed: true, CancellationToken.None));
        CollectionAssert.AreEqual(new[] { code, "RT7036" }, stop.Diagnostics.Select(diagnostic => diagnostic.Code).ToArray());
        StringAssert.Contains(stop.Message, $"Whether '{registry.Host}/acme/shop:1.2.3' is a release already could not be looked at");

        Assert.IsNull(await Look(isReleased: true).AtAsync(place, isPushed: false, CancellationToken.None));
        Assert.IsNull(await Look(isReleased: false).AtAsync(place, isPushed: true, CancellationToken.None));
        Assert.HasCount(2, said);

        registry.Answer = _ => (404, [], []);
        Assert.IsNull(await Look(isReleased: true).AtAsync(place, isPushed: true, CancellationToken.None));
    }

    [TestMethod]
    public async Task No_such_repository_is_said_when_something_is_to_go_there()
    {
        using var registry = new ScriptedServer();
        using var client = OciSample.Client(registry.Host, "acme/shop");

        await OciClientTests.StopsAsync("RT7026", () => client.PutManifestAsync("1.0", ImageManifest.Parse(Index, "{}"u8), CancellationToken.None));
    }

    [TestMethod]
    public async Task Content_that_is_not_of_its_digest_is_not_taken()
    {
        using var registry = new ScriptedServer();
        registry.Answer = request => request.HttpMethod == "POST" ? (202, [("Location", "/upload")], []) : (200, [("Content-Type", Index)], "{ }"u8.ToArray());
        using var client = OciSample.Client(registry.Host, "acme/shop");
        var digest = Digest.Of("{}"u8);

        await OciClientTests.StopsAsync("RT7028", () => client.ReadManifestAsync(digest.Text, CancellationToken.None));
        await OciClientTests.StopsAsync("RT7028", () => client.ReadBlobAsync(digest, CancellationToken.None));
        await OciClientTests.StopsAsync("RT7028", () => client.CopyBlobAsync(new("", digest, 3, null), client, CancellationToken.None));
    }

    private static RegistrySettings Known(ScriptedServer registry) => OciSample.Settings(
        RegistryName.Read(registry.Host),
        ("DOTNET_CONTAINER_REGISTRY_UNAME", "ada"),
        ("DOTNET_CONTAINER_REGISTRY_PWORD", "s3cret"));
}
