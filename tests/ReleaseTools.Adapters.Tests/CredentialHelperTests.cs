using System.Runtime.Versioning;
using ReleaseTools.Adapters.Oci;
using ReleaseTools.Images;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
[UnsupportedOSPlatform("windows")]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class CredentialHelperTests
{
    private static readonly ImagePlace Place = ImagePlace.Parse("ghcr.example.test", "acme/shop");

    [TestMethod]
    public async Task It_is_told_the_registry_on_its_standard_input_and_gives_name_and_secret()
    {
        using var folder = new TempFolder();

        var found = await FindAsync(folder, """read host; echo "{\"ServerURL\":\"$host\",\"Username\":\"$1 $# $host\",\"Secret\":\"s3cret\"}" """);

        Assert.AreEqual(("get 1 ghcr.example.test", "s3cret", "'docker-credential-sample'"), (found?.User, found?.Secret, found?.Origin));
    }

    [TestMethod]
    public async Task An_identity_token_has_no_name()
    {
        using var folder = new TempFolder();

        var found = await FindAsync(folder, """echo '{"Username":"<token>","Secret":"refresh-me"}'""");

        Assert.IsTrue(found?.IsIdentityToken);
    }

    [TestMethod]
    public async Task One_that_knows_nothing_leaves_the_rest_of_the_file_to_speak()
    {
        using var folder = new TempFolder();

        var found = await FindAsync(folder, "echo 'credentials not found in native keychain'; exit 1", """, "auths": { "ghcr.example.test": { "username": "ada", "password": "x" } }""");

        Assert.AreEqual("ada", found?.User);
    }

    [TestMethod]
    [DataRow("echo 's3cret is locked' >&2; exit 3", "it ended with 3")]
    [DataRow("echo 's3cret'", "its answer is not what such a program says")]
    [DataRow("exec sleep 60", "it did not end within 0.5 s")]
    public async Task One_that_does_not_answer_is_named_and_not_quoted(string script, string words)
    {
        using var folder = new TempFolder();

        var message = await OciClientTests.StopsAsync("RT7030", () => FindAsync(folder, script));

        StringAssert.Contains(message, $"'docker-credential-sample' gave no credentials for 'ghcr.example.test': {words}.");
        Assert.DoesNotContain("s3cret", message);
    }

    [TestMethod]
    [DataRow("../sample")]
    [DataRow("absent")]
    public async Task One_that_is_not_in_PATH_is_not_started(string name)
    {
        using var folder = new TempFolder();

        StringAssert.Contains(await OciClientTests.StopsAsync("RT7030", () => FindAsync(folder, "exit 0", name: name)), "it is not in a folder of PATH");
    }

    private static Task<RegistryCredential?> FindAsync(TempFolder folder, string script, string rest = "", string name = "sample")
    {
        var program = folder.Write("programs/docker-credential-sample", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        folder.Write("config.json", $$"""{ "credHelpers": { "ghcr.example.test": "{{name}}" }{{rest}} }""");
        var settings = OciSample.Settings(null, ("DOCKER_CONFIG", folder.Path), ("PATH", folder.At("programs"))) with { HelperPatience = script.Contains("sleep", StringComparison.Ordinal) ? TimeSpan.FromSeconds(0.5) : TimeSpan.FromSeconds(60) };
        return new CredentialFinder(settings).FindAsync(Place, CancellationToken.None);
    }
}
