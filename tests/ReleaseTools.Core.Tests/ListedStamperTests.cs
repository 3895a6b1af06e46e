using ReleaseTools.Diagnostics;
using ReleaseTools.Stamping;
using ReleaseTools.Text;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ListedStamperTests
{
    [TestMethod]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "image: {}\n", "v.yaml(1,1)", "RT3007")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "", "v.yaml(1,1)", "RT3007")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "image: x\n", "v.yaml(1,8)", "RT3008")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "image:\n  tag: 1\n  tag: 2\n", "v.yaml(3,3)", "RT3005")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "image:\n  tag: |\n    1\n", "v.yaml(2,8)", "RT3006")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "image:\n  tag:\n", "v.yaml(2,7)", "RT3006")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "image:\n  tag: {{ .x }}\n", "v.yaml(2,8)", "RT3003")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "x: &x 1\nimage:\n  tag: *x\n", "v.yaml(3,8)", "RT3006")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "x: &x {tag: 1}\nimage: *x\n", "v.yaml(2,8)", "RT3006", DisplayName = "behind an alias stands what other places show")]
    [DataRow("""{ "file": "v.yaml", "yaml": "image.tag" }""", "x: &x {tag: 1}\nimage:\n  <<: *x\n", "v.yaml(1,1)", "RT3007", DisplayName = "so it does behind a merge")]
    [DataRow("""{ "file": "v.yaml", "yaml": "a[2]" }""", "a: [1, 2]\n", "v.yaml(1,1)", "RT3007")]
    [DataRow("""{ "file": "v.yaml", "yaml": "a" }""", "a: 1\n---\na: 1\n", "v.yaml(2,1)", "RT3004")]
    [DataRow("""{ "file": "v.json", "json": "a.b" }""", "{ \"a\": { \"b\": 1 } }", "v.json(1,15)", "RT3006")]
    [DataRow("""{ "file": "v.json", "json": "a.b" }""", "{ \"a\": { \"b\": \"\", \"b\": \"\" } }", "v.json(1,19)", "RT3005")]
    [DataRow("""{ "file": "v.json", "json": "a.b" }""", "{ \"a\": [] }", "v.json(1,1)", "RT3007")]
    [DataRow("""{ "file": "v.json", "json": "a.b" }""", "{ \"a\": { \"b\": \"{{x}}\" } }", "v.json(1,15)", "RT3003")]
    [DataRow("""{ "file": "v.json", "json": "a.b" }""", "{ \"a\": ", "v.json(1,8)", "RT3017")]
    [DataRow("""{ "file": "v.xml", "xml": "a/b" }""", "<a/>", "v.xml(1,1)", "RT3007")]
    [DataRow("""{ "file": "v.xml", "xml": "a/b" }""", "<a>\n<b>1</b><b>2</b></a>", "v.xml(2,12)", "RT3005")]
    [DataRow("""{ "file": "v.xml", "xml": "a/b" }""", "<a><b><c>1</c></b></a>", "v.xml(1,5)", "RT3006")]
    [DataRow("""{ "file": "v.xml", "xml": "a/b" }""", "<a><b>1<!-- x -->2</b></a>", "v.xml(1,5)", "RT3006")]
    [DataRow("""{ "file": "v.xml", "xml": "a/b" }""", "<a><b/></a>", "v.xml(1,5)", "RT3006")]
    [DataRow("""{ "file": "v.xml", "xml": "a/b" }""", "<a>\n<b>1</a>", "v.xml(2,7)", "RT3019")]
    [DataRow("""{ "file": "v.xml", "xml": "a/b" }""", "<!DOCTYPE a [<!ENTITY v '1'>]><a><b>&v;</b></a>", "v.xml(1,38)", "RT3019", DisplayName = "nothing a document type defines is known")]
    [DataRow("""{ "file": "v.csproj" }""", "<Project><PropertyGroup><Version>$(V)</Version></PropertyGroup></Project>", "v.csproj(1,34)", "RT3003")]
    [DataRow("""{ "file": "v.csproj" }""", "<Project><PropertyGroup/></Project>", "v.csproj(1,1)", "RT3007")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\ndynamic = [\"version\"]\n", "pyproject.toml(1,1)", "RT3007")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\nversion = 1.0\n", "pyproject.toml(2,11)", "RT3006")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\nversion = [\"1\"]\n", "pyproject.toml(2,11)", "RT3006")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\nversion = \"\"\"1\"\"\"\n", "pyproject.toml(2,11)", "RT3006")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\nversion = \"1\"\nversion = \"1\"\n", "pyproject.toml(3,11)", "RT3005")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\nversion = \"{{ v }}\"\n", "pyproject.toml(2,11)", "RT3003")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\nversion = \"1\n", "pyproject.toml(2,13)", "RT3020")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project\nversion = \"1\"\n", "pyproject.toml(1,9)", "RT3020")]
    [DataRow("""{ "file": "pyproject.toml" }""", "[project]\nversion = \"1\" x\n", "pyproject.toml(2,15)", "RT3020")]
    [DataRow("""{ "file": "Cargo.toml" }""", "[package]\nversion.workspace = false\n", "Cargo.toml(2,21)", "RT3006")]
    [DataRow("""{ "file": "Makefile" }""", "X = 1\n", "Makefile(1,1)", "RT3007")]
    [DataRow("""{ "file": "Makefile" }""", "ifdef X\nVERSION = 1\nelse\nVERSION = 2\nendif\n", "Makefile(4,11)", "RT3005")]
    [DataRow("""{ "file": "Makefile" }""", "VERSION := $(shell git describe)\n", "Makefile(1,12)", "RT3003")]
    [DataRow("""{ "file": "Makefile" }""", "VERSION =\n", "Makefile(1,10)", "RT3006")]
    [DataRow("""{ "file": "Makefile" }""", "VERSION = 1 \\\n  2\n", "Makefile(1,11)", "RT3006")]
    [DataRow("""{ "file": "Dockerfile" }""", "FROM a\nARG VERSION\n", "Dockerfile(1,1)", "RT3007")]
    [DataRow("""{ "file": "Dockerfile" }""", "ARG VERSION=${X}\n", "Dockerfile(1,13)", "RT3003")]
    [DataRow("""{ "file": "a.txt", "pattern": "v(?<version>[0-9.]+)" }""", "x\n", "a.txt(1,1)", "RT3021")]
    [DataRow("""{ "file": "a.txt", "pattern": "v(?<version>[0-9.]+)" }""", "v1\nv2\n", "a.txt(2,2)", "RT3021")]
    [DataRow("""{ "file": "a.txt", "pattern": "v(?<version>[0-9.]+)", "count": 3 }""", "v1\nv2\n", "a.txt(1,1)", "RT3021")]
    [DataRow("""{ "file": "a.txt", "pattern": "v(?<version>[0-9.]*)" }""", "v\n", "a.txt(1,2)", "RT3006")]
    [DataRow("""{ "file": "a.txt", "pattern": "v(?<version>(.|\n)+)" }""", "v1\n2", "a.txt(1,2)", "RT3006")]
    [DataRow("""{ "file": "a.txt" }""", "1.0.0\n", "a.txt(1,1)", "RT3025")]
    [DataRow("""{ "file": "a.txt" }""", "x\n1.0 # x-release-version\n", "a.txt(2,7)", "RT3023")]
    [DataRow("""{ "file": "a.txt" }""", "x-release-start-version\nx\nx-release-end\n", "a.txt(1,1)", "RT3023")]
    [DataRow("""{ "file": "a.txt" }""", "x-release-start-version\n1.0.0\n", "a.txt(1,1)", "RT3024")]
    [DataRow("""{ "file": "a.txt" }""", "1.0.0\n # x-release-end\n", "a.txt(2,4)", "RT3024")]
    [DataRow("""{ "file": "a.txt" }""", "x-release-start-version\n1.0.0\nx-release-start-version\nx-release-end", "a.txt(3,1)", "RT3024")]
    public void A_file_that_cannot_carry_the_version_is_refused_with_the_place(string entry, string text, string place, string code)
    {
        var diagnostic = Assert.ThrowsExactly<ReleaseException>(() => Plan(text, entry.Replace("\n", "\\n", StringComparison.Ordinal))).Diagnostics.Single();

        Assert.AreEqual($"{place}: error {code}", $"{diagnostic.Spot}: error {diagnostic.Code}");
    }

    [TestMethod]
    [DataRow("RT2090", """{ "file": "../../x" }""")]
    [DataRow("RT2090", """{ "file": "/etc/passwd" }""")]
    [DataRow("RT2090", """{ "file": "C:\\x" }""")]
    [DataRow("RT2090", """{ "file": "C:/x" }""")]
    [DataRow("RT2090", """{ "file": "a\\..\\..\\x" }""")]
    [DataRow("RT2090", """{ "file": "../.git/config" }""")]
    [DataRow("RT2090", """{ "file": "../.GIT/config" }""")]
    [DataRow("RT2090", """{ "file": "" }""")]
    [DataRow("RT2090", """{ "file": ".." }""")]
    [DataRow("RT2090", """{ "file": "a\u0000b" }""")]
    [DataRow("RT2091", """{ "file": "a", "yaml": "a", "pattern": "(?<version>a)" }""")]
    [DataRow("RT2092", """{ "file": "a", "value": "1.0.0" }""")]
    [DataRow("RT2092", """{ "file": "a", "value": "{version" }""")]
    [DataRow("RT2092", """{ "file": "a", "value": "{version} \"x\"" }""")]
    [DataRow("RT2092", """{ "file": "a", "value": "{version}\n" }""")]
    [DataRow("RT2093", """{ "file": "a", "value": "{verison}" }""")]
    [DataRow("RT2094", """{ "file": "a", "yaml": "a..b" }""")]
    [DataRow("RT2094", """{ "file": "a", "json": "a[b]" }""")]
    [DataRow("RT2094", """{ "file": "a", "toml": "" }""")]
    [DataRow("RT2094", """{ "file": "a", "xml": "/a/b" }""")]
    [DataRow("RT2094", """{ "file": "a", "xml": "@a" }""")]
    [DataRow("RT2095", """{ "file": "a", "pattern": "(?<version>a" }""")]
    [DataRow("RT2095", """{ "file": "a", "pattern": "(?<version>a)(?=b)" }""")]
    [DataRow("RT2095", """{ "file": "a", "pattern": "(?<version>a)\\1" }""")]
    [DataRow("RT2095", """{ "file": "a", "pattern": "(?<version>((a{1000}){1000}){1000})" }""")]
    [DataRow("RT2096", """{ "file": "a", "pattern": "v([0-9.]+)" }""")]
    [DataRow("RT2097", """{ "yaml": "a" }""")]
    [DataRow("RT2098", """{ "file": "a", "yaml": "a", "count": 2 }""")]
    [DataRow("RT2007", """{ "file": "a", "yalm": "a" }""")]
    [DataRow("RT2002", """{ "file": "a", "pattern": "(?<version>a)", "count": 0 }""")]
    public void An_entry_that_is_wrong_is_refused_with_its_place(string code, string entry)
    {
        var diagnostic = Assert.ThrowsExactly<ReleaseException>(() => Rule(entry)).Diagnostics.Single();

        Assert.AreEqual((code, "sub/version.json", 1), (diagnostic.Code, diagnostic.Spot!.File, diagnostic.Spot.Line));
    }

    [TestMethod]
    public void All_that_is_wrong_with_entries_is_said_together() =>
        Assert.HasCount(2, Assert.ThrowsExactly<ReleaseException>(() => Rule("""{ "yaml": "a" }, { "file": "/a" }""")).Diagnostics);

    [TestMethod]
    [DataRow("*.yaml", "sub/a.yaml")]
    [DataRow("**/*.yaml", "sub/a.yaml sub/x/b.yaml sub/x/y/c.yaml")]
    [DataRow("x/**", "sub/x/b.yaml sub/x/y/c.yaml")]
    [DataRow("?.yaml", "sub/a.yaml")]
    [DataRow("../*.yaml", "top.yaml")]
    [DataRow("./x/../a.yaml", "sub/a.yaml")]
    [DataRow("[a].yaml", "")]
    [DataRow("A.yaml", "")]
    public void A_pattern_of_files_goes_from_the_folder_of_its_version_file(string file, string expected) => Assert.AreEqual(
        expected,
        string.Join(' ', Rule($$"""{ "file": "{{file}}" }""").Files.Among(["top.yaml", "sub/a.yaml", "sub/x/b.yaml", "sub/x/y/c.yaml", "other/sub/a.yaml", "sub/ayaml"])));

    [TestMethod]
    public void Two_entries_for_one_place_have_to_agree()
    {
        var yaml = """{ "file": "a.yaml", "yaml": "a" }""";

        Assert.HasCount(1, Plan("a: 1\n", yaml, yaml).Values);
        StringAssert.Contains(
            Assert.ThrowsExactly<ReleaseException>(() => Plan("a: 1\n", yaml, """{ "file": "a.yaml", "yaml": "a", "value": "v{version}" }""")).Message,
            "sub/a.yaml(1,4): error RT3026: Two entries of version.json want other values here, '1.4.0' and 'v1.4.0'.");
    }

    [TestMethod]
    public void A_crate_that_takes_the_version_of_its_workspace_has_nothing_to_stamp() =>
        Assert.IsEmpty(Plan("[package]\nversion.workspace = true\n", """{ "file": "Cargo.toml" }""").Values);

    [TestMethod]
    [DataRow("[]", "1.4.0-rc.1+b", "1.4.0-rc.1")]
    [DataRow("""["latest", "v{version}", "{version}"]""", "1.4.0", "v1.4.0")]
    [DataRow("""["latest", "{major}", "{major}.{minor}"]""", "1.4.0", "1.4", DisplayName = "of those that are published the one that says most")]
    [DataRow("""["latest"]""", "1.4.0", "latest")]
    [DataRow("""["{major}.{minor}", "latest"]""", "1.4.0-rc.1", "1.4.0-rc.1", DisplayName = "before a release nothing but the version is published")]
    [DataRow("""[{ "tag": "v{version}", "when": "release" }, "{version}-dev"]""", "1.4.0-rc.1", "1.4.0-rc.1-dev")]
    [DataRow("""["{version}-{commit}", "{branch}-{version}"]""", "1.4.0", "1.4.0")]
    public void The_tag_of_the_image_is_the_first_that_says_the_whole_version(string imageTags, string version, string expected)
    {
        var options = VersionOptionsReader.Read(SourceText.From("version.json", $$"""{ "releaseTools": { "imageTags": {{imageTags}} } }"""), () => null);

        Assert.AreEqual(expected, StampTemplate.Parse("{image-tag}", null).Render(StampVersion.Parse(version, options.ImageTags)));
    }

    [TestMethod]
    [DataRow("RUN cat <<<EOF")]
    [DataRow("RUN echo $((1<<n ))")]
    [DataRow("RUN echo $((1 <<2))")]
    [DataRow("RUN cat <<EOF\nARG VERSION=7\nEOF")]
    [DataRow("RUN cat 3<<-\"EOF\" >x\nARG VERSION=7\n\tEOF")]
    [DataRow("COPY <<a <<'b' /x/\nARG VERSION=7\na\nARG VERSION=8\nb")]
    public void Only_a_word_of_its_own_begins_a_heredoc_in_a_dockerfile(string instruction) =>
        Assert.AreEqual("0.1.0", Plan($"FROM a\n{instruction}\nARG VERSION=0.1.0\n", """{ "file": "Dockerfile" }""").Values.Single().Found);

    [TestMethod]
    [DataRow("[]", "a/b:1.3.0 a/b:1.3.0-alpine a/b:1.3.0-rc.1 a/b:1.3.0-gaff80 a/b:1.3.0-amd64", "1.3.0 1.3.0-rc.1 1.3.0-gaff80")]
    [DataRow("""["{version}-alpine"]""", "a/b:1.3.0-alpine a/b:1.3.0-slim", "1.3.0-alpine", DisplayName = "unless it is the one that is written")]
    [DataRow("""["{major}.{minor}"]""", "a/b:1.3.0 a/b:1.3 a/b:1.4 a/b:1 a/b:latest", "1.3.0 1.3 1.4", DisplayName = "a floating tag is found again where such a one is written")]
    [DataRow("""["latest"]""", "a/b:1.3.0 a/b:1.3 a/b:latest a/b:main", "1.3.0 latest")]
    public void An_image_of_another_variant_keeps_its_tag(string imageTags, string text, string expected)
    {
        var options = VersionOptionsReader.Read(SourceText.From("version.json", $$"""{ "releaseTools": { "imageTags": {{imageTags}}, "stamp": [{ "file": "a.md", "image": "a/b" }] } }"""), () => null);
        var values = StampRule.ParseAll(options.Stamp).Single().Find(SourceText.From("a.md", text), StampVersion.Parse("1.4.0", options.ImageTags));

        Assert.AreEqual(expected, string.Join(' ', values.Select(value => value.Found)));
    }

    [TestMethod]
    public void A_template_knows_the_parts_of_a_version() => Assert.AreEqual(
        "1.4.0-rc.1+b/1.4/0-rc.1",
        StampTemplate.Parse("{version}/{major}.{minor}/{patch}-{prerelease}", null).Render(StampVersion.Parse("1.4.0-rc.1+b")));

    [TestMethod]
    [DataRow("abc", 3.0)]
    [DataRow("a{3}b", 4.0)]
    [DataRow("(ab{2}){3,5}c", 16.0)]
    [DataRow("[({]{2}x", 3.0)]
    [DataRow(@"\({2}\)", 3)]
    [DataRow("a{2,}{x}", 5.0)]
    [DataRow("((((", 0.0)]
    [DataRow(")){3}", 0.0)]
    public void The_size_of_a_pattern_is_what_its_counts_make_of_it(string pattern, double size) => Assert.AreEqual(size, Stamping.Stampers.PatternSize.Of(pattern));

    private static StampPlan Plan(string text, params string[] entries)
    {
        var version = StampVersion.Parse("1.4.0");
        var rules = entries.Select(Rule).ToArray();
        var path = rules[0].Files.Path;
        return StampPlan.For(SourceText.From(entries.Length == 1 ? Path.GetFileName(path) : path, text), version, null, rules.Select(rule => (rule, version)));
    }

    private static StampRule Rule(string entry)
    {
        var options = VersionOptionsReader.Read(SourceText.From("sub/version.json", $$"""{ "releaseTools": { "stamp": [{{entry}}] } }"""), () => null);
        return StampRule.ParseAll(options.Stamp).First();
    }
}
