using System.Text.Json;
using System.Text.RegularExpressions;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ChartIndexCommandTests
{
    /// <summary>As somebody wrote it by hand: comments, quotes and an order of their own.</summary>
    private const string Foreign = """
        # Charts of everybody.
        apiVersion: v1
        entries:
          # the oldest
          database:
            - name: database
              version: "2.0.0"   # kept
              urls: [ "https://charts.example.test/database-2.0.0.tgz" ]
              digest: 0000
          shop:
            - {name: shop, version: 1.0.0, urls: [https://charts.example.test/shop-1.0.0.tgz]}
            # before everything
            - version: 0.9.0
              name: shop
              description: |
                several
                lines
          zoo:
          - name: zoo
            version: 1.0.0
        generated: 2025-01-01T00:00:00Z
        # the end
        """;

    [TestMethod]
    public void A_new_index_lists_every_chart_sorted_as_Helm_sorts_them()
    {
        using var folder = new TempFolder();
        var digest = Package(folder, "shop", "1.9.0");
        Package(folder, "shop", "1.10.0-rc.1");
        Package(folder, "shop", "1.10.0");
        Package(folder, "controller", "1.0.0+7");

        var run = Index(folder, "dist", "--url", "https://charts.example.test/stable/").Expect();

        Assert.AreEqual(
            $$"""
            apiVersion: v1
            entries:
              controller:
              - apiVersion: v2
                appVersion: 1.0.0+7
                created: "2026-01-01T00:00:00Z"
                digest: {{Quoted(Json(run).GetProperty("charts")[0])}}
                name: controller
                urls:
                - "https://charts.example.test/stable/controller-1.0.0+7.tgz"
                version: 1.0.0+7
              shop:

            """.Replace("\r\n", "\n", StringComparison.Ordinal),
            Read(folder, "dist/index.yaml").Split("  shop:\n")[0] + "  shop:\n");
        CollectionAssert.AreEqual(new[] { "1.10.0", "1.10.0-rc.1", "1.9.0" }, Read(folder, "dist/index.yaml").Split("  shop:\n")[1].Split('\n').Where(line => line.StartsWith("    version: ", StringComparison.Ordinal)).Select(line => line[13..]).ToArray());
        StringAssert.Contains(Read(folder, "dist/index.yaml"), digest);
        StringAssert.EndsWith(Read(folder, "dist/index.yaml"), "\ngenerated: \"2026-01-01T00:00:00Z\"\n");
        Assert.IsFalse(Json(Index(folder, "dist", "--url", "https://charts.example.test/stable/").Expect()).GetProperty("written").GetBoolean());
    }

    [TestMethod]
    [DataRow("\n")]
    [DataRow("\r\n")]
    public void What_an_index_lists_stays_byte_for_byte(string lineEnd)
    {
        using var folder = new TempFolder();
        var foreign = Foreign.ReplaceLineEndings(lineEnd);
        folder.Write("pages/index.yaml", foreign);
        Package(folder, "shop", "1.1.0");
        Package(folder, "shop", "0.9.5");
        Package(folder, "shop", "0.1.0");
        Package(folder, "controller", "1.0.0");

        Index(folder, "dist", "--url", "https://charts.example.test", "--merge", "pages/index.yaml").Expect();

        var written = Read(folder, "dist/index.yaml");
        Assert.IsTrue(IsThinned(written.Split(lineEnd), foreign.Replace("2025-01-01T00:00:00Z", "\"2026-01-01T00:00:00Z\"", StringComparison.Ordinal).Split(lineEnd)), written);
        Assert.AreEqual("1.0.0 2.0.0 1.1.0 1.0.0 0.9.5 0.9.0 0.1.0 1.0.0", string.Join(' ', Regex.Matches(written, "version: \"?([0-9][0-9.]*)").Select(match => match.Groups[1].Value)), "controller, database, shop and zoo");
        Assert.AreEqual(foreign, Read(folder, "pages/index.yaml"));

        File.Copy(folder.At("dist/index.yaml"), folder.At("pages/index.yaml"), overwrite: true);
        Index(folder, "dist", "--url", "https://charts.example.test", "--merge", "pages/index.yaml").Expect();
        Assert.AreEqual(written, Read(folder, "dist/index.yaml"), "there is nothing to add");
    }

    [TestMethod]
    public void A_chart_that_was_published_with_other_content_is_refused_and_nothing_written()
    {
        using var folder = new TempFolder();
        folder.Write("index.yaml", Foreign.Replace("2.0.0", "1.1.0", StringComparison.Ordinal).Replace("database", "shop", StringComparison.Ordinal).Replace("  shop:\n    - {", "  other:\n    - {", StringComparison.Ordinal));
        Package(folder, "shop", "1.1.0");

        var run = Index(folder, "dist", "--merge", "index.yaml").Expect(1);

        StringAssert.Contains(run.Output, "RT7096");
        Assert.IsFalse(File.Exists(folder.At("dist/index.yaml")));
    }

    [TestMethod]
    [DataRow("", "RT7095")]
    [DataRow("- a\n", "RT7095")]
    [DataRow("apiVersion: v1\n", "RT7095")]
    [DataRow("apiVersion: v1\nentries: [a]\n", "RT7095")]
    [DataRow("apiVersion: v1\nentries:\n  shop: []\n", "RT7095")]
    [DataRow("{\"apiVersion\":\"v1\",\"entries\":{\"shop\":[{\"name\":\"shop\",\"version\":\"0.1.0\"}]}}", "RT7095")]
    [DataRow("apiVersion: v1\nentries:\n  zoo:\n  - name: zoo\n    version: 1.0.0\n    urls: [a,\n      b\n      ]\n", "")]
    [DataRow("apiVersion: v1\nentries:\n  a:\n  - name: a\n    version: 1.0.0\n    urls: [a,\n      b\n      ]\n", "RT7095")]
    [DataRow("apiVersion: v1\nentries:\n", "")]
    [DataRow("apiVersion: v1\nentries: {}", "")]
    [DataRow("apiVersion: v1\nentries: { }\n", "")]
    public void An_index_that_nothing_can_be_added_to_is_refused(string index, string code)
    {
        using var folder = new TempFolder();
        folder.Write("index.yaml", index);
        Package(folder, "shop", "1.1.0");

        var run = Index(folder, "dist", "--merge", "index.yaml").Expect(code.Length > 0 ? 2 : 0);

        StringAssert.Contains(run.Output, code.Length > 0 ? code : "\"written\": true");
    }

    [TestMethod]
    public void A_file_that_is_no_chart_is_passed_over_and_an_empty_folder_is_an_error()
    {
        using var folder = new TempFolder();
        Package(folder, "shop", "1.1.0", "dist/deep");
        folder.Write("dist/broken.tgz", "no archive");
        Directory.CreateDirectory(folder.At("empty/x"));

        var run = Index(folder, "dist").Expect();

        Assert.AreEqual("deep/shop-1.1.0.tgz RT7088", $"{Json(run).GetProperty("charts")[0].GetProperty("url")} {Json(run).GetProperty("diagnostics")[0].GetProperty("code")}");
        StringAssert.Contains(Index(folder, "empty").Expect(2).Output, "RT7097");
        StringAssert.Contains(Index(folder, "missing").Expect(2).Output, "RT7090");
        StringAssert.Contains(Index(folder, "dist", "--url", "charts.example.test").Expect(2).Output, "RT7098");
    }

    /// <summary>Whether a list is another one with lines added.</summary>
    private static bool IsThinned(string[] lines, string[] kept)
    {
        var found = 0;

        foreach (var line in lines)
        {
            found += found < kept.Length && line == kept[found] ? 1 : 0;
        }

        return found == kept.Length;
    }

    private static string Package(TempFolder folder, string name, string version, string target = "dist")
    {
        if (!Directory.Exists(Path.Combine(folder.Path, name)))
        {
            ChartSample.Copy(name == "shop" ? "1-plain" : "3-custom-resources", folder);
        }

        var run = ReleaseCommand.RunInCi(folder.Path, ChartSample.Date, "chart", "package", name, "--version", version, "--output", target, "--json").Expect();
        return Json(run).GetProperty("charts")[0].GetProperty("digest").GetString()!["sha256:".Length..];
    }

    private static ProgramRun Index(TempFolder folder, params string[] arguments) => ReleaseCommand.RunInCi(folder.Path, ChartSample.Date, ["chart", "index", .. arguments, "--json"]);

    /// <summary>A digest that begins with a letter needs no quotes, and has them here: digits first may be a number.</summary>
    private static string Quoted(JsonElement chart) => chart.GetProperty("digest").GetString()!["sha256:".Length..] is var digest && char.IsAsciiLetter(digest[0]) ? digest : $"\"{digest}\"";

    private static string Read(TempFolder folder, string path) => File.ReadAllText(folder.At(path));

    private static JsonElement Json(ProgramRun run) => JsonDocument.Parse(run.Output).RootElement;
}
