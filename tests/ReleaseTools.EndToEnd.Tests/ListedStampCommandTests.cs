using System.Diagnostics;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>What version.json says of files to stamp, in real repositories.</summary>
[TestClass]
public sealed class ListedStampCommandTests
{
    private const string Chart = "name: api\nversion: 0.1.0\nappVersion: 0.1.0\n";

    [TestMethod]
    public void Files_that_are_listed_are_stamped_beside_those_that_are_found()
    {
        using var repository = Repository("""{ "file": "deploy/values.yaml", "yaml": "image.tag" }, { "file": "src/**/*.csproj" }, { "file": "Makefile", "value": "v{version}" }""");
        repository.Write("deploy/values.yaml", "image:\n  tag: 0.1.0 # tag\n").Write("deploy/Chart.yaml", Chart).Write("src/a/a.csproj", Project).Write("src/b/c/b.csproj", Project)
            .Write("other.csproj", Project).Write("Makefile", "VERSION ?= v0.1.0\n").Write("pyproject.toml", "[project]\nversion = '0.1.0'\n");

        var run = Stamp(repository).Expect();

        Assert.AreEqual(
            """
            Makefile(1,12): VERSION was 'v0.1.0', is 'v1.4.0'
            deploy/Chart.yaml(2,10): version was '0.1.0', is '1.4.0'
            deploy/Chart.yaml(3,13): appVersion was '0.1.0', is '1.4.0'
            deploy/values.yaml(2,8): image.tag was '0.1.0', is '1.4.0'
            src/a/a.csproj(1,34): Project/PropertyGroup/Version was '0.1.0', is '1.4.0'
            src/b/c/b.csproj(1,34): Project/PropertyGroup/Version was '0.1.0', is '1.4.0'

            """,
            run.Output);
        Assert.AreEqual("image:\n  tag: 1.4.0 # tag\n", Read(repository, "deploy/values.yaml"));
        Assert.AreEqual("Nothing to do: 5 files say 1.4.0.\n", Stamp(repository).Expect().Output);
    }

    [TestMethod]
    public void The_chart_asks_for_the_tag_its_image_is_published_under()
    {
        using var repository = Repository("""{ "file": "values.yaml", "yaml": "image.tag", "value": "{image-tag}" }""", """, "imageTags": ["latest", "v{version}"]""");
        repository.Write("Chart.yaml", Chart).Write("values.yaml", "image: { tag: '' }\n");

        Stamp(repository).Expect();

        Assert.AreEqual("name: api\nversion: 1.4.0\nappVersion: v1.4.0\n", Read(repository, "Chart.yaml"));
        Assert.AreEqual("image: { tag: 'v1.4.0' }\n", Read(repository, "values.yaml"));
    }

    [TestMethod]
    public void A_chart_with_a_version_of_its_own_gets_that_of_the_application_only()
    {
        using var repository = Repository("", """, "charts": { "version": "independent", "appVersion": "{major}.{minor}" }""");
        repository.Write("Chart.yaml", Chart);

        Stamp(repository).Expect();

        Assert.AreEqual("name: api\nversion: 0.1.0\nappVersion: \"1.4\"\n", Read(repository, "Chart.yaml"));
    }

    [TestMethod]
    public void A_chart_names_the_version_its_neighbours_get()
    {
        using var repository = Repository("");
        repository.Write("common/Chart.yaml", "version: 0.1.0\n").Write("odd/version.json", """{ "inherit": true, "releaseTools": { "charts": { "version": "independent" } } }""").Write("odd/Chart.yaml", "version: 0.1.0\n")
            .Write("app/charts/own/Chart.yaml", "version: 0.1.0\n")
            .Write("app/Chart.yaml", "version: 0.1.0\ndependencies:\n" + string.Concat(
                new[] { "file://../common", "file://../odd", "file://charts/own", "file://../../elsewhere", "https://example.com" }.Select(place => $"- {{ repository: \"{place}\", version: 0.1.0 }}\n"))
                + "- { repository: file://../common, version: ~0.1.0 }\n");

        Stamp(repository, "app").Expect();

        Assert.AreEqual(
            "version: 1.4.0\ndependencies:\n- { repository: \"file://../common\", version: 1.4.0 }\n- { repository: \"file://../odd\", version: 0.1.0 }\n- { repository: \"file://charts/own\", version: 0.1.0 }\n"
            + "- { repository: \"file://../../elsewhere\", version: 0.1.0 }\n- { repository: \"https://example.com\", version: 0.1.0 }\n- { repository: file://../common, version: ~0.1.0 }\n",
            Read(repository, "app/Chart.yaml"));
        Assert.AreEqual("version: 0.1.0\n", Read(repository, "common/Chart.yaml"), "nobody asked for it");
    }

    [TestMethod]
    [DataRow]
    [DataRow("package.json", "packages/a", "packages/b", DisplayName = "a lock goes with the package that is named")]
    public void A_lock_says_what_the_packages_of_its_workspaces_say(params string[] arguments)
    {
        using var repository = Repository("");
        repository.Write("package.json", """{ "version": "0.1.0", "workspaces": ["packages/*"] }""").Write("packages/a/package.json", """{ "version": "0.1.0" }""").Write("packages/b/package.json", "{}")
            .Write("lone/package-lock.json", """{ "version": "0.1.0" }""")
            .Write("package-lock.json", """
                { "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "packages/a": { "version": "0.1.0" }, "packages/b": { "version": "0.1.0" }, "packages/gone": { "version": "0.1.0" },
                  "../x": { "version": "0.1.0" }, "node_modules/a": { "resolved": "packages/a", "link": true }, "node_modules/c": { "version": "0.1.0" } } }
                """);

        Stamp(repository, arguments).Expect();

        Assert.AreEqual(
            """
            { "version": "1.4.0", "packages": { "": { "version": "1.4.0" }, "packages/a": { "version": "1.4.0" }, "packages/b": { "version": "0.1.0" }, "packages/gone": { "version": "0.1.0" },
              "../x": { "version": "0.1.0" }, "node_modules/a": { "resolved": "packages/a", "link": true }, "node_modules/c": { "version": "0.1.0" } } }
            """,
            Read(repository, "package-lock.json"));
        StringAssert.Contains(Read(repository, "packages/a/package.json"), "1.4.0");
        StringAssert.Contains(Read(repository, "lone/package-lock.json"), "0.1.0");
    }

    [TestMethod]
    public void Each_version_file_gives_its_own_entries_its_own_version_and_inherited_ones_count_once()
    {
        using var repository = Repository("""{ "file": "**/VERSION", "pattern": "^top (?<version>.+)$" }""");
        repository.Write("sub/version.json", """{ "inherit": true, "version": "7.2.0", "releaseTools": { "stamp": [{ "file": "../sub/VERSION", "pattern": "^sub (?<version>.+)$" }] } }""")
            .Write("other/version.json", """{ "inherit": true, "version": "8.2.0" }""")
            .Write("VERSION", "top 0\n").Write("sub/VERSION", "top 0\nsub 0\n").Write("other/VERSION", "top 0\n").Commit("feat: split");

        Stamp(repository).Expect();

        Assert.AreEqual("top 1.4.0\n", Read(repository, "VERSION"));
        Assert.AreEqual("top 1.4.0\nsub 7.2.0\n", Read(repository, "sub/VERSION"));
        Assert.AreEqual("top 1.4.0\n", Read(repository, "other/VERSION"));
    }

    [TestMethod]
    public void A_folder_or_a_file_that_is_named_limits_what_is_stamped()
    {
        using var repository = Repository("""{ "file": "*/VERSION", "pattern": "(?<version>.+)" }, { "file": "gone", "pattern": "(?<version>.+)" }""");
        repository.Write("a/VERSION", "0").Write("b/VERSION", "0").Write("c/VERSION", "0");

        Stamp(repository, "a", "b/VERSION").Expect();

        Assert.AreEqual("1.4.0 1.4.0 0", string.Join(' ', "abc".Select(folder => Read(repository, $"{folder}/VERSION"))));
        StringAssert.Contains(Stamp(repository).Expect(2).Error, "version.json(1,139): error RT3022: No file that git tracks is 'gone'.");
    }

    [TestMethod]
    public void A_version_file_somewhere_below_that_cannot_be_read_is_passed_over_with_a_warning()
    {
        using var repository = Repository("""{ "file": "VERSION", "pattern": "(?<version>.+)" }""");
        repository.Write("samples/version.json", "{\n  'x': 1 }").Write("VERSION", "0");

        StringAssert.StartsWith(Stamp(repository).Expect().Error, "samples/version.json(2,3): warning RT3029: ");
        StringAssert.StartsWith(Stamp(repository, "samples").Expect(2).Error, "samples/version.json(2,3): error RT2001: ");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Nothing_outside_of_the_repository_or_of_git_itself_is_written()
    {
        using var folder = new TempFolder();
        var outside = folder.Write("outside/VERSION", "0");
        using var repository = Repository("""{ "file": "out/VERSION", "pattern": "(?<version>.+)" }""", repository: new TempRepository(folder, "work"));
        Directory.CreateSymbolicLink(Path.Combine(repository.Path, "out"), "../outside");

        StringAssert.Contains(Stamp(repository).Expect(2).Error, "error RT3012: ");
        repository.Write("version.json", Settings("""{ "file": "VERSION", "pattern": "(?<version>.+)" }"""));
        File.CreateSymbolicLink(Path.Combine(repository.Path, "VERSION"), ".git/HEAD");
        StringAssert.Contains(Stamp(repository).Expect(2).Error, "error RT3012: ");
        repository.Write("version.json", Settings("""{ "file": "V*", "pattern": "(?<version>.+)" }"""));
        StringAssert.Contains(Stamp(repository).Expect(2).Error, "warning RT3018: ");

        Assert.AreEqual("0", File.ReadAllText(outside));
        StringAssert.StartsWith(File.ReadAllText(Path.Combine(repository.Path, ".git/HEAD")), "ref: ");
    }

    [TestMethod]
    public void A_pattern_that_matches_nothing_changes_no_file()
    {
        using var repository = Repository("""{ "file": "a", "pattern": "(?<version>[0-9])" }, { "file": "b", "pattern": "(?<version>[0-9])" }""");
        repository.Write("a", "0").Write("b", "x");

        StringAssert.Contains(Stamp(repository).Expect(2).Error, "b(1,1): error RT3021: The pattern '(?<version>[0-9])' matches nothing, and once is asked for.");
        Assert.AreEqual("0", Read(repository, "a"));
    }

    [TestMethod]
    public void A_check_names_the_tags_that_nobody_will_publish()
    {
        using var repository = Repository("""{ "file": "deploy/values.yaml", "yaml": "image.tag" }, { "file": "README.md", "image": "ghcr.io/acme/tool" }""");
        repository.Write("deploy/Chart.yaml", Chart.Replace("0.1.0", "1.4.0"))
            .Write("deploy/values.yaml", "image:\n  repository: acme/api\n  tag: 1.4.0\njob:\n  - repository: acme/api\n    tag: \"1.3.0\"\nother:\n  repository: acme/other\n  tag: 0.1.0\n")
            .Write("src/web/web.csproj", "<Project><PropertyGroup><ContainerRepository>acme/web</ContainerRepository></PropertyGroup></Project>")
            .Write("README.md", "ghcr.io/acme/tool:1.4.0 ghcr.io/acme/api:1.4 acme/api:latest\n")
            .Write("docs/install.md", "Run ghcr.io/acme/web:1.2.0, then curl http://acme/web:8080 or acme/web:TAG.\nOnce acme/web:1.0.0 <!-- x-release-keep -->, acme/web:0.9.0@sha256:00\n")
            .Write("CHANGELOG.md", "acme/web:0.1.0\n").Write("docs/releases/v1.md", "acme/web:0.1.0\n").Write("node_modules/a/README.md", "acme/web:0.1.0\n");

        var run = Stamp(repository, "--check").Expect(1);

        Assert.AreEqual("3 files say 1.4.0.\n", run.Output);
        Assert.AreEqual(
            """
            deploy/values.yaml(6,10): error RT3032: 'acme/api' is named here with the tag '1.3.0', and this version is published as '1.4.0', '1.4', '1', 'latest'.
            docs/install.md(1,22): error RT3032: 'acme/web' is named here with the tag '1.2.0', and this version is published as '1.4.0', '1.4', '1', 'latest'.
            """,
            string.Join('\n', run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..(line.IndexOf(" Name one", StringComparison.Ordinal))])));

        Assert.AreEqual("Nothing to do: 3 files say 1.4.0.\n", Stamp(repository).Expect().Output);
        StringAssert.Contains(Stamp(repository, "--check", "--json").Expect(1).Output, "\"RT3032\"");
        StringAssert.Contains(Stamp(repository, "--check", "deploy").Expect(1).Error, "deploy/values.yaml(6,10)");
        Assert.IsFalse(Stamp(repository, "--check", "deploy").Error.Contains("install.md", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_version_file_that_git_does_not_know_yet_says_what_is_stamped()
    {
        using var repository = new TempRepository();
        repository.Write("Makefile", "VERSION ?= 1.3.0\n").Commit("feat: begin");
        repository.Write("version.json", Settings("""{ "file": "Makefile" }"""));

        Assert.AreEqual("Makefile(1,12): VERSION is '1.3.0', expected '1.4.0'\n", ReleaseCommand.Run(repository.Path, "stamp", "--check").Expect(1).Output);
        Assert.AreEqual("Makefile(1,12): VERSION was '1.3.0', is '1.4.0'\n", ReleaseCommand.Run(repository.Path, "stamp", "Makefile").Expect().Output);
    }

    [TestMethod]
    [DataRow("two/Chart.lock", "dependencies: []\n", DisplayName = "in a lock")]
    [DataRow("two/charts/one/Chart.yaml", "apiVersion: v2\nname: one\nversion: 0.1.0\n", DisplayName = "in a copy")]
    public void A_dependency_whose_version_is_kept_elsewhere_as_well_stays(string path, string text)
    {
        using var repository = Repository("");
        repository.Write("one/Chart.yaml", "apiVersion: v2\nname: one\nversion: 0.1.0\n").Write(path, text)
            .Write("two/Chart.yaml", "apiVersion: v2\nname: two\nversion: 0.1.0\ndependencies:\n  - name: one\n    version: 0.1.0\n    repository: file://../one\n");

        Stamp(repository).Expect();

        Assert.AreEqual("apiVersion: v2\nname: two\nversion: 1.4.0\ndependencies:\n  - name: one\n    version: 0.1.0\n    repository: file://../one\n", Read(repository, "two/Chart.yaml"));
    }

    [TestMethod]
    public void A_file_that_names_no_such_image_is_an_error()
    {
        using var repository = Repository("""{ "file": "README.md", "image": "acme/api" }""");
        repository.Write("README.md", "acme/api:latest and other/acme/api:1.2.3\n");
        StringAssert.Contains(Stamp(repository).Expect(2).Error, "README.md(1,1): error RT3030: Nothing here names 'acme/api' with the tag of a whole version.");

        repository.Write("README.md", "acme/api:1.2.3@sha256:0123\n");
        StringAssert.Contains(Stamp(repository).Expect(2).Error, "README.md(1,10): error RT3031: 'acme/api' is pinned here by its digest");

        repository.Write("version.json", Settings("""{ "file": "README.md", "image": "Acme api" }"""));
        StringAssert.Contains(Stamp(repository).Expect(2).Error, "error RT2094: 'Acme api' does not say where the value is.");
    }

    [TestMethod]
    public void Of_many_files_one_has_to_name_the_image()
    {
        using var repository = Repository("""{ "file": "docs/*.md", "image": "acme/api" }""");
        repository.Write("docs/a.md", "acme/api:1.2.3\n").Write("docs/b.md", "nothing\n");
        StringAssert.Contains(Stamp(repository).Expect().Output, "docs/a.md(1,10): acme/api was '1.2.3', is '1.4.0'");
        StringAssert.Contains(Stamp(repository).Expect().Output, "Nothing to do");

        repository.Write("docs/a.md", "acme/api:latest\n");
        StringAssert.Contains(Stamp(repository).Expect(2).Error, "error RT3030: No file that this entry finds names 'acme/api' with the tag of a whole version.");
        StringAssert.StartsWith(Stamp(repository).Expect(2).Error, "version.json(1,");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // It has no pipes among its files, and links need a privilege there.
    public void A_pipe_and_a_link_to_itself_carry_no_version()
    {
        using var repository = Repository("""{ "file": "VERSION.mk" }, { "file": "circle.mk" }""");
        Process.Start("mkfifo", [Path.Combine(repository.Path, "VERSION.mk")]).WaitForExit();
        File.CreateSymbolicLink(Path.Combine(repository.Path, "circle.mk"), "circle.mk");
        var error = Stamp(repository).Expect(2).Error;

        StringAssert.Contains(error, "error RT3035: 'VERSION.mk' is a pipe");
        StringAssert.Contains(error, "error RT3036: 'circle.mk' is a link that leads back to itself.");
        StringAssert.Contains(error, "version.json(1,");
    }

    private const string Project = "<Project><PropertyGroup><Version>0.1.0</Version></PropertyGroup></Project>";

    private static TempRepository Repository(string entries, string others = "", TempRepository? repository = null)
    {
        repository ??= new TempRepository();
        repository.Write("version.json", Settings(entries, others)).Commit("feat: begin");
        return repository;
    }

    private static string Settings(string entries, string others = "") =>
        $$"""{ "version": "1.4.0", "publicReleaseRefSpec": ["main"], "releaseTools": { "stamp": [{{entries}}]{{others}} } }""";

    private static string Read(TempRepository repository, string path) => File.ReadAllText(Path.Combine(repository.Path, path));

    private static ProgramRun Stamp(TempRepository repository, params string[] arguments)
    {
        repository.Git("add", "--all");
        return ReleaseCommand.Run(repository.Path, ["stamp", .. arguments]);
    }
}
