using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionOptionsTests
{
    [TestMethod]
    [DataRow("{ \"version\": 1.", "version.json(1,16)", "RT2001")]
    [DataRow("{\r\n  \"version\": '1.2'\r\n}", "version.json(2,14)", "RT2001")]
    [DataRow("{\n  \"näme\": \"ü\", \"version\": !\n}", "version.json(2,27)", "RT2001")]
    [DataRow("", "version.json(1,1)", "RT2001")]
    [DataRow("[]", "version.json(1,1)", "RT2002")]
    [DataRow("{ \"version\": [] }", "version.json(1,14)", "RT2002")]
    [DataRow("{\n  // ü𝄞\n  \"version\": \"1\"\n}", "version.json(3,14)", "RT2003")]
    [DataRow("{ \"version\": \"01.2\" }", "version.json(1,14)", "RT2003")]
    [DataRow("{ \"version\": \"1.2-\" }", "version.json(1,14)", "RT2003")]
    [DataRow("{ \"version\": \"1.2-a..b\" }", "version.json(1,14)", "RT2003")]
    [DataRow("{ \"version\": \"1.99999999999\" }", "version.json(1,14)", "RT2003")]
    [DataRow("{ \"version\": \"1.2\\n\" }", "version.json(1,14)", "RT2003")]
    [DataRow("{ \"version\": \"1.2-\u212A\" }", "version.json(1,14)", "RT2003")]
    [DataRow("{ \"version\": \"1.2-a.{HEIGHT}\" }", "version.json(1,14)", "RT2003")]
    [DataRow("{ \"versionHeightOffset\": 2147483647 }", "version.json(1,26)", "RT2002")]
    [DataRow("{ \"pathFilters\": [\"a\\u0000b\"] }", "version.json(1,19)", "RT2012")]
    [DataRow("{ \"inherit\": true }", "version.json(1,14)", "RT2004")]
    [DataRow("{ \"releaseTools\": { \"versionFron\": 1 } }", "version.json(1,21)", "RT2007")]
    [DataRow("{ \"publicReleaseRefSpec\": [\"ok\", \"(\"] }", "version.json(1,34)", "RT2008")]
    [DataRow("{ \"version\": \"70000.2\" }", "version.json(1,14)", "RT2014")]
    [DataRow("{ \"assemblyVersion\": \"1.65535\" }", "version.json(1,22)", "RT2014")]
    [DataRow("{ \"gitCommitIdPrefix\": \"+/\" }", "version.json(1,24)", "RT2002")]
    [DataRow("{ \"gitCommitIdPrefix\": \"0a\" }", "version.json(1,24)", "RT2002")]
    [DataRow("{ \"gitCommitIdPrefix\": \"\" }", "version.json(1,24)", "RT2002")]
    [DataRow("{ \"pathFilters\": [\"../x\"] }", "version.json(1,19)", "RT2012")]
    [DataRow("{ \"pathFilters\": [\":x\"] }", "version.json(1,19)", "RT2012")]
    [DataRow("{ \"semVer1NumericIdentifierPadding\": 7 }", "version.json(1,38)", "RT2002")]
    [DataRow("{ \"nugetPackageVersion\": { \"precision\": \"5\" } }", "version.json(1,41)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"versionFrom\": \"branches\" } }", "version.json(1,36)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"versionFrom\": \"1\" } }", "version.json(1,36)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"versionFrom\": 1 } }", "version.json(1,36)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"autoIncrement\": \"major,patch\" } }", "version.json(1,38)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"autoIncrement\": \" major\" } }", "version.json(1,38)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"bump\": { \"other\": \"0\" } } }", "version.json(1,40)", "RT2002")]
    [DataRow("{ \"nugetPackageVersion\": { \"precision\": 1 } }", "version.json(1,41)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"autoIncrement\": \"build\" } }", "version.json(1,38)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"prereleaseIdentifiers\": \"a..b\" } }", "version.json(1,46)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"prereleaseIdentifiers\": \"a+b\" } }", "version.json(1,46)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"prereleaseIdentifiers\": \"\" } }", "version.json(1,46)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"buildMetadata\": \"a b\" } }", "version.json(1,38)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"imageTags\": \"latest\" } }", "version.json(1,34)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"imageTags\": [1] } }", "version.json(1,35)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"imageTags\": [{ \"whne\": 1 }] } }", "version.json(1,37)", "RT2007")]
    [DataRow("{ \"releaseTools\": { \"imageTags\": [{ \"when\": {} }] } }", "version.json(1,45)", "RT2002")]
    [DataRow("{ \"releaseTools\": { \"versionFrom\": \"tags\" }, \"version\": \"1.2.3\" }", "version.json(1,57)", "RT2020")]
    [DataRow("{ \"releaseTools\": { \"versionFrom\": \"tags\" }, \"version\": \"1.2-beta\" }", "version.json(1,57)", "RT2020")]
    public void What_is_wrong_is_named_with_its_place(string text, string place, string code)
    {
        var diagnostic = Assert.ThrowsExactly<ReleaseException>(() => Parse(text)).Diagnostics.Single();

        Assert.AreEqual($"{place}: error {code}", $"{diagnostic.Spot}: error {diagnostic.Code}");
        Assert.AreEqual(ExitCode.Usage, diagnostic.Exit);
    }

    [TestMethod]
    public void A_misspelt_setting_of_ours_is_guessed()
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => Parse("""{ "releaseTools": { "versionFron": "height" } }"""));

        StringAssert.EndsWith(stop.Message, "Did you mean 'versionFrom'?");
    }

    [TestMethod]
    [DataRow("{}", VersionScheme.Tags)]
    [DataRow("{ \"version\": \"1.2\" }", VersionScheme.Height)]
    [DataRow("{ \"version\": \"1.2\", \"releaseTools\": { \"versionFrom\": \"tags\" } }", VersionScheme.Tags)]
    [DataRow("{ \"releaseTools\": { \"versionFrom\": \"height\" } }", VersionScheme.Height)]
    public void Versions_come_from_tags_where_no_version_is_written_or_it_says_so(string text, object scheme) =>
        Assert.AreEqual(scheme, Parse(text).Scheme);

    [TestMethod]
    public void What_is_said_of_tags_is_inherited_one_by_one()
    {
        var options = Parse(
            """{ "inherit": true, "releaseTools": { "tagPrefix": "api/v" } }""",
            """{ "version": "1.2", "releaseTools": { "versionFrom": "tags", "tagPrefix": "", "autoIncrement": "minor", "buildMetadata": "b.7", "ignoreHeight": true } }""");

        Assert.AreEqual(
            new TagOptions { Prefix = "api/v", AutoIncrement = TagIncrement.Minor, BuildMetadata = "b.7", IgnoreHeight = true },
            options.Tags);
        Assert.AreEqual(VersionScheme.Tags, options.Scheme);
    }

    [TestMethod]
    public void An_inherited_version_may_be_too_long_to_be_the_least() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => Parse("{\n  \"inherit\": true,\n  \"releaseTools\": { \"versionFrom\": \"tags\" }\n}", """{ "version": "1.2-beta" }""")).Message,
        "version.json(3,19): error RT2020");

    [TestMethod]
    public void An_inheriting_file_replaces_scalars_and_lists_and_merges_objects()
    {
        var options = Parse(
            """{ "inherit": true, "publicReleaseRefSpec": ["b"], "nugetPackageVersion": { "precision": "revision" } }""",
            """{ "version": "1.2-beta", "publicReleaseRefSpec": ["a", "c"], "nugetPackageVersion": { "semVer": 2 }, "versionHeightOffset": 3 }""");

        Assert.AreEqual("1.2-beta", options.Version!.ToString());
        CollectionAssert.AreEqual(new[] { "b" }, options.PublicReleaseRefSpec.ToArray());
        Assert.AreEqual((2, VersionPrecision.Revision, (int?)3), (options.NuGetSemVer, options.NuGetPrecision, options.VersionHeightOffset));
    }

    [TestMethod]
    [DataRow("", "1.2")]
    [DataRow("rc", "1.2-rc")]
    [DataRow("-rc", "1.2-rc")]
    [DataRow("rc.1", "1.2-rc.1")]
    public void A_prerelease_is_added_to_an_inherited_version(string prerelease, string expected) => Assert.AreEqual(
        expected,
        Parse($$"""{ "inherit": true, "prerelease": "{{prerelease}}" }""", """{ "version": "1.2" }""").Version!.ToString());

    [TestMethod]
    public void An_empty_prerelease_takes_the_inherited_one_away() => Assert.AreEqual(
        "1.2",
        Parse("""{ "inherit": true, "prerelease": "" }""", """{ "version": "1.2-beta" }""").Version!.ToString());

    [TestMethod]
    public void A_prerelease_no_version_can_have_is_refused() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => Parse("""{ "inherit": true, "prerelease": "x y+z/.." }""", """{ "version": "1.2" }""")).Message,
        "version.json(1,34): error RT2003");

    [TestMethod]
    public void Two_prereleases_are_one_too_many() => StringAssert.Contains(
        Assert.ThrowsExactly<ReleaseException>(() => Parse("""{ "inherit": true, "prerelease": "rc" }""", """{ "version": "1.2-beta" }""")).Message,
        "RT2010");

    [TestMethod]
    public void A_file_that_does_not_inherit_ignores_those_above() =>
        Assert.IsNull(Parse("""{ "version": "1.0" }""", """{ "versionHeightOffset": 3 }""").VersionHeightOffset);

    [TestMethod]
    [DataRow("src", "api", "api/src", false)]
    [DataRow("./src/../lib/", "api", "api/lib", false)]
    [DataRow("../lib", "api", "lib", false)]
    [DataRow("/lib", "api", "lib", false)]
    [DataRow(":/lib", "api", "lib", false)]
    [DataRow(":!lib", "api", "api/lib", true)]
    [DataRow(":^/lib", "api", "lib", true)]
    [DataRow(".", "", "", false)]
    [DataRow("a\\b", "", "a/b", false)]
    public void A_path_filter_is_resolved_from_its_file(string text, string folder, string path, bool isExclude) =>
        Assert.AreEqual(new PathFilter(path, isExclude), PathFilter.Read(text, folder));

    /// <summary>The nearest file first, as if each lay a folder higher than the one before.</summary>
    private static VersionOptions Parse(params string[] files) =>
        VersionFiles.Parse(new VersionFileSet([.. files.Select(text => new VersionFileText("version.json", text))]))!;
}
