using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class InitCommandTests
{
    [TestMethod]
    public void What_carries_a_version_is_listed_and_then_stamped()
    {
        using var repository = Repository();

        Init(repository).Expect();

        Assert.AreEqual(
            """
            {
              "releaseTools": {
                "stamp": [
                  { "file": "Makefile", "value": "v{version}" },
                  { "file": "api/Dockerfile" },
                  { "file": "deploy/values.yaml", "yaml": "image.tag", "value": "{image-tag}" }
                ]
              }
            }

            """,
            Read(repository, "version.json"));
        StringAssert.Contains(Init(repository).Expect().Output, "Nothing to do: ");
        ReleaseCommand.Run(repository.Path, "stamp", ".", "--version", "1.4.0").Expect();
        Assert.AreEqual("VERSION = v1.4.0\n", Read(repository, "Makefile"));
        Assert.AreEqual("image: { tag: 1.4.0 }\n", Read(repository, "deploy/values.yaml"));
    }

    [TestMethod]
    public void A_dry_run_prints_the_file_and_changes_nothing()
    {
        using var repository = Repository();

        var run = Init(repository, "--dry-run").Expect();

        StringAssert.Contains(run.Output, "{ \"file\": \"api/Dockerfile\" },\n");
        StringAssert.Contains(run.Error, "Makefile(1,11): VERSION is 'v0.1.0'\n");
        Assert.AreEqual("", repository.Git("status", "--porcelain"));
        var json = JsonDocument.Parse(Init(repository, "--dry-run", "--json").Expect().Output).RootElement;
        Assert.AreEqual("Makefile", json.GetProperty("files")[0].GetProperty("file").GetString());
        Assert.IsFalse(json.GetProperty("applied").GetBoolean());
    }

    [TestMethod]
    [DataRow("{}", "{\n  \"releaseTools\": {\n    \"stamp\": [\n      X\n    ]\n  }\n}")]
    [DataRow("{\r\n  \"version\": \"1.0\" // why\r\n}\r\n", "{\r\n  \"version\": \"1.0\",\r\n  \"releaseTools\": {\r\n    \"stamp\": [\r\n      X\r\n    ]\r\n  } // why\r\n}\r\n")]
    [DataRow("{ \"releaseTools\": { \"bump\": {}, }, }", "{ \"releaseTools\": { \"bump\": {},\n    \"stamp\": [\n      X\n    ], }, }")]
    [DataRow("{ \"ReleaseTools\": {} }", "{ \"ReleaseTools\": {\n    \"stamp\": [\n      X\n    ]\n  } }")]
    [DataRow("{ \"releaseTools\": { \"stamp\": [] } }", "{ \"releaseTools\": { \"stamp\": [\n      X\n    ] } }")]
    [DataRow("{ \"releaseTools\": { \"stamp\": [ { \"file\": \"Make*\" } /* b */, ] } }", "{ \"releaseTools\": { \"stamp\": [ { \"file\": \"Make*\" },\n      X /* b */, ] } }")]
    public void Nothing_that_is_in_the_file_changes(string before, string after)
    {
        using var repository = Repository();
        repository.Write("version.json", before);

        Init(repository).Expect();

        var written = Read(repository, "version.json");
        var end = before.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n";
        string[] entries = [.. before.Contains("Make*", StringComparison.Ordinal) ? Array.Empty<string>() : ["{ \"file\": \"Makefile\", \"value\": \"v{version}\" }"], "{ \"file\": \"api/Dockerfile\" }", "{ \"file\": \"deploy/values.yaml\", \"yaml\": \"image.tag\", \"value\": \"{image-tag}\" }"];
        Assert.AreEqual(after.Replace("X", string.Join($",{end}      ", entries), StringComparison.Ordinal), written);
        StringAssert.Contains(Init(repository).Expect().Output, "Nothing to do: ");
    }

    [TestMethod]
    [DataRow("version.json", "{ 'x': 1 }", "version.json(1,3): error RT2001: ")]
    [DataRow("version.json", "[]", "version.json(1,1): error RT2002: ")]
    [DataRow("version.txt", "1.0", "version.txt(1,1): error RT2099: ")]
    public void A_version_file_that_is_wrong_stays_as_it_is(string name, string text, string error)
    {
        using var repository = Repository();
        repository.Write(name, text);

        StringAssert.StartsWith(Init(repository).Expect(2).Error, error);

        Assert.AreEqual(text, Read(repository, name));
    }

    private static TempRepository Repository()
    {
        var repository = new TempRepository();
        repository.Write("Makefile", "VERSION = v0.1.0\n").Write("api/Dockerfile", "FROM a\nARG VERSION=0.1.0\n").Write("deploy/Chart.yaml", "version: 0.1.0\n").Write("deploy/values.yaml", "image: { tag: 0.1.0 }\n")
            .Write("other/values.yaml", "image: { tag: 0.1.0 }\n").Write("web/Dockerfile", "FROM a\n").Write("tools/Makefile", "VERSION = $(shell x)\n").Write("obj/Makefile", "VERSION = 0.1.0\n")
            .Write("src/a.csproj", "<Project><PropertyGroup><Version>$(V)</Version></PropertyGroup></Project>").Write("x.mk", "VERSION = main\n").Commit("feat: begin");
        return repository;
    }

    private static string Read(TempRepository repository, string path) => File.ReadAllText(Path.Combine(repository.Path, path));

    private static ProgramRun Init(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, ["init", .. arguments]);
}
