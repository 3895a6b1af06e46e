using System.Security.Cryptography;
using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ChartPackageCommandTests
{
    public static IEnumerable<object[]> Charts => ChartSample.Names.Select(name => new object[] { name });

    /// <summary>The lists were compared with those of Helm's own packages: the same names in the same order, the same contents but for the manifests it prints anew.</summary>
    [TestMethod]
    [DynamicData(nameof(Charts))]
    public void A_package_holds_what_Helm_puts_into_it_in_the_same_order(string name)
    {
        using var folder = new TempFolder();
        var chart = ChartSample.Copy(name, folder);
        var expected = Path.Combine(ChartSample.Folder, name, "expected.txt");

        var package = Package(folder, chart, "--as-is");
        var list = $"{ChartSample.List(package)}{Digest(package)}\n";

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(expected, list);
        }

        Assert.AreEqual(File.ReadAllText(expected), list);
    }

    [TestMethod]
    [DynamicData(nameof(Charts))]
    public void Two_copies_written_at_other_times_give_the_same_bytes(string name)
    {
        using var folder = new TempFolder();
        var one = ChartSample.Copy(name, folder, "one");
        var other = ChartSample.Copy(name, folder, "other");

        foreach (var file in Directory.EnumerateFiles(other, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Assert.AreEqual(Digest(Package(folder, one, "--as-is")), Digest(Package(folder, other, "--as-is")));
    }

    [TestMethod]
    [DataRow("--as-is")]
    [DataRow("--version", "1.4.0")]
    [DataRow]
    public void Without_git_it_is_said_what_a_chart_needs(params string[] arguments)
    {
        using var folder = new TempFolder();
        var chart = ChartSample.Copy(ChartSample.Names.First(), folder);

        StringAssert.Contains(ReleaseCommand.Run(folder.Path, ["chart", "package", chart, .. arguments]).Expect(3).Error, "set SOURCE_DATE_EPOCH to its date and name '--version' or '--as-is'.");
    }

    [TestMethod]
    public void What_version_json_lists_in_a_chart_is_stamped_in_the_package_and_its_images_are_told()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """
            { "version": "1.4", "publicReleaseRefSpec": [ ".*" ],
              "releaseTools": { "stamp": [ { "file": "deploy/shop/values.yaml", "yaml": "image.tag" } ], "charts": { "artifactHubImages": true } } }
            """);
        repository.Write("deploy/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
        repository.Write("deploy/shop/values.yaml", "image:\n  repository: ghcr.io/acme/shop\n  tag: 0.1.0 # stamped\n");
        repository.Commit("feat: a shop");

        ReleaseCommand.Run(repository.Path, "chart", "package", "deploy/shop").Expect();

        var files = ChartSample.Read(Path.Combine(repository.Path, "shop-1.4.1.tgz"));
        Assert.AreEqual("image:\n  repository: ghcr.io/acme/shop\n  tag: 1.4.1 # stamped\n", files["shop/values.yaml"]);
        Assert.AreEqual(
            "annotations:\n  artifacthub.io/images: |\n    - name: shop\n      image: \"ghcr.io/acme/shop:1.4.1\"\napiVersion: v2\nname: shop\nversion: 1.4.1\n",
            files["shop/Chart.yaml"]);
    }

    [TestMethod]
    public void A_package_tells_what_changed_since_the_release_before()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "releaseTools": { "charts": { "artifactHubChanges": true } } }""");
        repository.Write("deploy/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n").Commit("feat: a shop");
        repository.Git("tag", "v1.0.0");

        foreach (var message in new[] { "feat(cart): remember what is in it", "chore: nothing to see", "refactor!: drop the old API\n\nBREAKING CHANGE: call the new one", "fix: \"quotes\": and # signs" })
        {
            repository.Commit(message);
        }

        ReleaseCommand.Run(repository.Path, "chart", "package", "deploy/shop", "--version", "2.0.0").Expect();
        repository.Git("tag", "v2.0.0");
        ReleaseCommand.Run(repository.Path, "chart", "package", "deploy/shop", "--output", "again").Expect();

        var files = ChartSample.Read(Path.Combine(repository.Path, "shop-2.0.0.tgz"));
        Assert.AreEqual(
            """
            annotations:
              artifacthub.io/changes: |
                - kind: changed
                  description: "drop the old API"
                - kind: fixed
                  description: "\"quotes\": and # signs"
                - kind: added
                  description: "cart: remember what is in it"
            apiVersion: v2
            name: shop
            version: 2.0.0

            """,
            files["shop/Chart.yaml"]);
        CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(repository.Path, "shop-2.0.0.tgz")), File.ReadAllBytes(Path.Combine(repository.Path, "again", "shop-2.0.0.tgz")));
    }

    [TestMethod]
    public void A_package_and_stamp_agree_on_what_is_listed()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """
            { "version": "1.4.0", "publicReleaseRefSpec": [ ".*" ],
              "releaseTools": { "stamp": [ { "file": "charts/shop/values.yaml", "yaml": "image.tag" }, { "file": "shared/values.yaml", "yaml": "image.tag" } ] } }
            """);
        repository.Write("charts/shop/version.json", """{ "version": "2.0.0", "publicReleaseRefSpec": [ ".*" ] }""");
        repository.Write("charts/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n").Write("charts/shop/values.yaml", "image:\n  tag: 0.1.0\n");
        repository.Write("charts/link/Chart.yaml", "apiVersion: v2\nname: link\nversion: 0.1.0\n").Write("shared/values.yaml", "image:\n  tag: 0.1.0\n");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "charts", "link", "values.yaml"), "../../shared/values.yaml");
        repository.Commit("feat: charts");

        ReleaseCommand.Run(repository.Path, "chart", "package", "charts/shop", "charts/link").Expect();
        ReleaseCommand.Run(repository.Path, "stamp").Expect();

        Assert.AreEqual(File.ReadAllText(Path.Combine(repository.Path, "charts/shop/values.yaml")), ChartSample.Read(Path.Combine(repository.Path, "shop-2.0.0.tgz"))["shop/values.yaml"]);
        Assert.AreEqual("image:\n  tag: 1.4.0\n", ChartSample.Read(Path.Combine(repository.Path, "link-1.4.0.tgz"))["link/values.yaml"]);
    }

    [TestMethod]
    public void A_chart_with_a_version_of_its_own_stays_the_same_until_something_in_it_changes()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.4", "releaseTools": { "charts": { "version": "independent" } } }""");
        repository.Write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n").Commit("feat: a shop");
        ReleaseCommand.Run(repository.Path, "chart", "package", "shop").Expect();
        var first = File.ReadAllBytes(Path.Combine(repository.Path, "shop-0.1.0.tgz"));

        repository.Commit("feat: elsewhere");
        ReleaseCommand.Run(repository.Path, "chart", "package", "shop").Expect();
        CollectionAssert.AreEqual(first, File.ReadAllBytes(Path.Combine(repository.Path, "shop-0.1.0.tgz")));

        repository.Write("shop/NOTES.md", "new").Commit("docs: notes");
        ReleaseCommand.Run(repository.Path, "chart", "package", "shop").Expect();
        CollectionAssert.AreNotEqual(first, File.ReadAllBytes(Path.Combine(repository.Path, "shop-0.1.0.tgz")));
    }

    [TestMethod]
    public void Two_charts_of_one_name_and_version_do_not_write_over_each_other()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.4" }""");
        repository.Write("one/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n").Write("two/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.2.0\n").Commit("feat: shops");

        var run = ReleaseCommand.Run(repository.Path, "chart", "package", "one/shop", "two/shop", "--version", "1.4.0").Expect(2);

        StringAssert.Contains(run.Error, "error RT0001: Two of the charts would be written to 'shop-1.4.0.tgz'");
        Assert.IsFalse(File.Exists(Path.Combine(repository.Path, "shop-1.4.0.tgz")));
    }

    [TestMethod]
    public void The_version_is_git_s_and_the_date_the_commit_s_and_the_sources_stay_clean()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.4", "publicReleaseRefSpec": [ ".*" ] }""");
        repository.Write("deploy/shop/Chart.yaml", "apiVersion: v2\nname: shop # the shop\nversion: '0.1.0'\nappVersion: 0.1.0\n");
        repository.Commit("feat: a shop");

        var json = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "chart", "package", "deploy/shop", "--output", "out/of", "--json").Expect().Output).RootElement.GetProperty("charts")[0];

        Assert.AreEqual("1.4.1", json.GetProperty("version").GetString());
        Assert.AreEqual("1.4.1", json.GetProperty("appVersion").GetString());
        Assert.AreEqual(Path.Combine("out", "of", "shop-1.4.1.tgz"), json.GetProperty("file").GetString());
        Assert.AreEqual(repository.Git("log", "-1", "--format=%cs"), json.GetProperty("date").GetString()![..10]);
        Assert.AreEqual("?? out/", repository.Git("status", "--porcelain"));
        StringAssert.Contains(ChartSample.List(Path.Combine(repository.Path, "out/of/shop-1.4.1.tgz")), "shop/Chart.yaml");
    }

    [TestMethod]
    public void A_version_can_be_given_and_another_one_for_the_application()
    {
        using var folder = new TempFolder();
        var chart = ChartSample.Copy("1-plain", folder);

        var run = Run(folder, "chart", "package", chart, "--version", "2.0.0-rc.1+7", "--app-version", "1.9.0", "--json").Expect();

        var json = JsonDocument.Parse(run.Output).RootElement.GetProperty("charts")[0];
        Assert.AreEqual("2.0.0-rc.1+7 1.9.0 shop-2.0.0-rc.1+7.tgz", $"{json.GetProperty("version")} {json.GetProperty("appVersion")} {json.GetProperty("file")}");
    }

    [TestMethod]
    [DataRow("--version", "1.4", "RT3010")]
    [DataRow("--app-version", "v1 4", "RT3007", DisplayName = "there is no key for it")]
    public void A_version_that_cannot_be_written_is_refused(string option, string value, string code)
    {
        using var folder = new TempFolder();
        var chart = ChartSample.Copy("4-left-out", folder);

        var run = Run(folder, ["chart", "package", chart, option, value, .. option == "--version" ? Array.Empty<string>() : ["--version", "1.0.0"]]).Expect(2);

        StringAssert.Contains(run.Error, code);
    }

    [TestMethod]
    public void What_a_chart_cannot_hold_is_named_and_nothing_is_written()
    {
        foreach (var (path, text, code) in new[]
        {
            (".helmignore", "docs/**\n", "RT7071"),
            (".helmignore", "Chart.yaml\n", "RT7050"),
            ("charts/README.md", "no chart\n", "RT7086"),
            ("charts/broken.tgz", "no archive\n", "RT7088"),
            ("charts/cache/Chart.yaml", "apiVersion: v2\nname: cache\n", "RT7052"),
            ("templates/huge.yaml", new string('#', (5 * 1024 * 1024) + 1), "RT7083"),
            ("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\ndependencies: [{ name: cache, version: 1.0.0 }]\n", "RT7089"),
            ("Chart.yaml", "apiVersion: v2\nname: ../shop\nversion: 0.1.0\n", "RT7056"),
            ("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.10\n", "RT7053"),
            ("Chart.yaml", "- a list\n", "RT7051"),
        })
        {
            using var folder = new TempFolder();
            var chart = ChartSample.Copy("1-plain", folder);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(chart, path))!);
            File.WriteAllText(Path.Combine(chart, path), text);

            var run = Run(folder, "chart", "package", chart, "--as-is").Expect(2);

            StringAssert.Contains(run.Error, code, path);
            Assert.IsEmpty(Directory.GetFiles(folder.Path), path);
        }
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_link_is_followed_within_the_repository_and_never_out_of_it()
    {
        using var repository = new TempRepository();
        using var outside = new TempFolder();
        outside.Write("secret/key.txt", "secret");
        repository.Write("shared/README.md", "shared\n");
        repository.Write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
        repository.Commit("feat: a shop");
        var link = Path.Combine(repository.Path, "shop/linked");

        Directory.CreateSymbolicLink(link, "../shared");
        StringAssert.Contains(ChartSample.List(Package(repository.Path, "shop", "--as-is")), "shop/linked/README.md");

        foreach (var target in new[] { "/etc/passwd", outside.Path, Path.Combine(outside.Path, "secret/key.txt"), "../../", "missing", "linked", "." })
        {
            File.Delete(link);
            File.CreateSymbolicLink(link, target);

            var run = ReleaseCommand.Run(repository.Path, "chart", "package", "shop", "--as-is", "--output", "none").Expect(2);

            StringAssert.Contains(run.Error, "RT7081", target);
            Assert.IsFalse(run.All.Contains("root:", StringComparison.Ordinal));
        }

        File.Delete(link);
        File.CreateSymbolicLink(link, outside.Path);
        repository.Write("shop/.helmignore", "linked/\n");
        ReleaseCommand.Run(repository.Path, "chart", "package", "shop", "--as-is").Expect();
    }

    [TestMethod]
    public void What_git_keeps_is_in_no_package_and_behind_no_link()
    {
        using var repository = new TempRepository();
        repository.Write("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 0.1.0\n");
        repository.Write("README.md", "shop\n");
        repository.Commit("feat: a shop");

        var list = ChartSample.List(Package(repository.Path, ".", "--as-is", "--output", $"{repository.Path}-out"));
        Assert.AreEqual("shop/Chart.yaml shop/README.md", string.Join(' ', list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[^1])));
        Directory.Delete($"{repository.Path}-out", recursive: true);

        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(repository.Path, "settings"), ".git/config");
            StringAssert.Contains(ReleaseCommand.Run(repository.Path, "chart", "lint").Expect(1).Error, "RT7081");
        }
    }

    [TestMethod]
    public void A_package_is_not_written_where_the_next_one_would_hold_it()
    {
        using var folder = new TempFolder();
        var chart = ChartSample.Copy("1-plain", folder);

        StringAssert.Contains(ReleaseCommand.RunInCi(chart, ChartSample.Date, "chart", "package", "--as-is").Expect(2).Error, "RT0001");
        StringAssert.Contains(ReleaseCommand.RunInCi(chart, ChartSample.Date, "chart", "package", "--as-is", "--output", "dist").Expect(2).Error, "RT0001");
        folder.Write("shop/.helmignore", "/dist/\n");
        ReleaseCommand.RunInCi(chart, ChartSample.Date, "chart", "package", "--as-is", "--output", "dist").Expect();
    }

    [TestMethod]
    public void An_alias_cannot_say_two_versions()
    {
        using var folder = new TempFolder();
        folder.Write("shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: &v 0.1.0\nappVersion: *v\n");

        StringAssert.Contains(Run(folder, "chart", "package", "shop", "--version", "1.0.0", "--app-version", "2.0.0").Expect(2).Error, "RT3006");
        Run(folder, "chart", "package", "shop", "--version", "1.0.0").Expect();
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_pipe_in_a_chart_is_named_and_not_waited_for()
    {
        using var folder = new TempFolder();
        var chart = ChartSample.Copy("1-plain", folder);
        ProgramRun.Run(folder.Path, CleanEnvironment.Variables, "mkfifo", Path.Combine(chart, "pipe")).Expect();

        StringAssert.Contains(Run(folder, "chart", "package", chart, "--as-is").Expect(2).Error, "RT7082");
    }

    private static string Package(TempFolder folder, string chart, params string[] options) => Package(folder.Path, chart, options);

    private static string Package(string folder, string chart, params string[] options)
    {
        var run = ReleaseCommand.RunInCi(folder, ChartSample.Date, ["chart", "package", chart, "--json", .. options]).Expect();
        return Path.Combine(folder, JsonDocument.Parse(run.Output).RootElement.GetProperty("charts")[0].GetProperty("file").GetString()!);
    }

    private static ProgramRun Run(TempFolder folder, params string[] arguments) => ReleaseCommand.RunInCi(folder.Path, ChartSample.Date, arguments);

    private static string Digest(string package) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(package)));
}
