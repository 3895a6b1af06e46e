using ReleaseTools.Git;
using ReleaseTools.Versioning;
using ReleaseTools.Versioning.Evidence;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class EvidenceTests
{
    private static readonly string[] Versions = ["1.2", "1.2-beta.7", "1.2.3-x-y", "1.2.3.4-rc", "1.2-rc.{height}"];

    private static readonly string[] Settings =
    [
        "",
        """, "nugetPackageVersion": { "semVer": 2, "precision": "revision" }""",
        """, "nugetPackageVersion": { "precision": "minor" }, "assemblyVersion": { "precision": "revision" }""",
        """, "gitCommitIdPrefix": "g-x-", "gitCommitIdShortFixedLength": 0, "assemblyVersion": "7.1" """,
    ];

    [TestMethod]
    public void The_parts_of_a_form_make_the_form()
    {
        var forms =
            from version in Versions
            from setting in Settings
            from isPublic in new[] { true, false }
            let options = Parse($$"""{ "version": "{{version}}"{{setting}} }""")
            let snapshot = Snapshot(options, isPublic)
            from form in FormEvidence.Of(snapshot, options)
            let field = VersionFields.All.First(field => field.Name == form.Name)
            select (Made: string.Concat(form.Parts.Select(part => part.Text)), form.Value, Asked: (string)field.Read(snapshot)!);

        foreach (var (made, value, asked) in forms)
        {
            Assert.AreEqual((asked, asked), (made, value));
        }
    }

    [TestMethod]
    public void The_commit_is_no_part_of_a_public_release() => Assert.AreEqual(
        "1.2.5 -rc",
        string.Join(' ', FormEvidence.Of(Snapshot(Parse("""{ "version": "1.2-rc" }"""), isPublic: true), Parse("""{ "version": "1.2-rc" }""")).Single(form => form.Name == "SemVer2").Parts.Select(part => part.Text)));

    [TestMethod]
    [DataRow("\"version\": \"1.3\"", "version: '1.2' became '1.3'")]
    [DataRow("\"assemblyVersion\": \"7.1\"", "assemblyVersion: nothing became '7.1'")]
    [DataRow("\"assemblyVersion\": { \"precision\": \"major\" }", "assemblyVersion.precision: 'minor' became 'major'")]
    [DataRow("\"versionHeightOffset\": 0", "versionHeightOffset: nothing became 0")]
    [DataRow("\"versionHeightOffsetAppliesTo\": \"1.2\"", "versionHeightOffsetAppliesTo: nothing became '1.2'")]
    [DataRow("\"nugetPackageVersion\": { \"semVer\": 2 }", "nugetPackageVersion.semVer: 1 became 2")]
    [DataRow("\"nugetPackageVersion\": { \"precision\": \"major\" }", "nugetPackageVersion.precision: 'build' became 'major'")]
    [DataRow("\"cloudBuild\": { \"setAllVariables\": true }", "cloudBuild.setAllVariables: false became true")]
    [DataRow("\"cloudBuild\": { \"buildNumber\": { \"includeCommitId\": { \"when\": \"never\" } } }", "cloudBuild.buildNumber.includeCommitId.when: 'nonPublicReleaseOnly' became 'never'")]
    [DataRow("\"release\": { \"tagName\": \"r{version}\" }", "release.tagName: 'v{version}' became 'r{version}'")]
    [DataRow("\"semVer1NumericIdentifierPadding\": 2", "semVer1NumericIdentifierPadding: 4 became 2")]
    [DataRow("\"gitCommitIdPrefix\": \"c\"", "gitCommitIdPrefix: 'g' became 'c'")]
    [DataRow("\"publicReleaseRefSpec\": [\"a\", \"b\"]", "publicReleaseRefSpec: [] became ['a', 'b']")]
    [DataRow("\"pathFilters\": [\"src\", \":!docs\"]", "pathFilters: nothing became ['/src', ':!/docs']")]
    [DataRow("\"releaseTools\": { \"tagPrefix\": \"api/v\" }", "releaseTools.tagPrefix: nothing became 'api/v'")]
    [DataRow("\"releaseTools\": { \"versionFrom\": \"height\" }", "releaseTools.versionFrom: nothing became 'height'")]
    [DataRow("\"releaseTools\": { \"commitInVersion\": \"lastCounted\" }", "releaseTools.commitInVersion: 'head' became 'lastCounted'")]
    public void An_edit_is_told_with_what_it_does(string setting, string expected)
    {
        var committed = Parse("""{ "version": "1.2" }""");
        var working = Parse($$"""{ "version": "1.2", {{setting}} }""");

        var change = SettingChange.Between(committed, working).Single();

        Assert.AreEqual(expected, $"{change.Setting}: {change.Committed} became {change.Working}");
        Assert.AreEqual(!working.MakesTheSameVersionAs(committed), change.Restarts);
    }

    [TestMethod]
    [DataRow("src/a", true, "/src")]
    [DataRow("src", true, "/src")]
    [DataRow("srcs/a", false, null)]
    [DataRow("src/docs/a", false, ":!/src/docs")]
    [DataRow("SRC/a", false, null)]
    public void The_filter_that_decided_on_a_path_is_named(string path, bool counts, string? filter)
    {
        var verdict = PathVerdict.Of(path, Parse("""{ "pathFilters": ["src", ":!src/docs"] }""").PathFilters!, ignoresCase: false);

        Assert.AreEqual((counts, filter), (verdict.Counts, verdict.Filter?.ToString()));
    }

    [TestMethod]
    public void Without_an_including_filter_everything_else_counts()
    {
        var filters = Parse("""{ "pathFilters": [":!docs"] }""").PathFilters!;

        Assert.IsTrue(PathVerdict.Of("src/a", filters, ignoresCase: false).Counts);
        Assert.IsFalse(PathVerdict.Of("DOCS/a", filters, ignoresCase: true).Counts);
        Assert.IsTrue(PathVerdict.Of("src/a", Parse("""{ "pathFilters": [":!/"] }""").PathFilters!, ignoresCase: false).Counts, "leaving out the root leaves out nothing");
    }

    [TestMethod]
    public void Each_file_is_read_up_to_the_one_that_inherits_nothing()
    {
        var files = FileEvidence.Read(new(
        [
            new("a/b/version.json", """{ "Inherit": true, "prerelease": "rc" }"""),
            new("a/version.json", "{\n  \"inherit\": true,\n  \"version\": null\n}"),
            new("version.txt", "1.4\r\n-beta\r\n"),
            new("version.json", """{ "version": "9.9" }"""),
        ]));

        Assert.AreEqual("a/b/version.json a/version.json version.txt", string.Join(' ', files.Select(file => file.Path)));
        Assert.AreEqual("a/b/version.json(1,34)", $"{files[0].Prerelease!.Spot}");
        Assert.AreEqual("1.4-beta version.txt(1,1)", $"{files[2].Version!.Text} {files[2].Version!.Spot}");
        Assert.IsNull(files[1].Version);
    }

    [TestMethod]
    [DataRow("1.2\nbeta", "1.2-beta")]
    [DataRow("1.2\r\n-beta.1\r\nno more", "1.2-beta.1")]
    [DataRow(" 1.2 \n\nbeta", "1.2")]
    [DataRow("1.2-rc", "1.2-rc")]
    public void The_older_form_is_told_as_the_version_it_makes(string text, string expected)
    {
        VersionFileSet files = new([new("version.txt", text)]);

        Assert.AreEqual(expected, FileEvidence.Read(files).Single().Version!.Text);
        Assert.AreEqual(expected, $"{VersionFiles.Parse(files)!.Version}");
    }

    private static VersionOptions Parse(string text) => VersionFiles.Parse(new VersionFileSet([new("version.json", text)]))!;

    private static VersionSnapshot Snapshot(VersionOptions options, bool isPublic)
    {
        var written = options.Version!.Numbers;
        var hash = string.Concat(Enumerable.Repeat("0123456789", 4));

        return new()
        {
            Scheme = VersionScheme.Height,
            HeightPosition = options.Version.HeightPosition,
            PrereleaseVersion = options.Version.Prerelease.Replace("{height}", "5"),
            Version = written.Build < 0 ? new(written.Major, written.Minor, 5, 291) : written.Revision < 0 ? new(written.Major, written.Minor, written.Build, 5) : written,
            Options = options,
            VersionHeight = 5,
            PublicRelease = isPublic,
            BuildingRef = "refs/heads/main",
            GitCommitId = hash,
            GitCommitIdShort = hash[..options.GitCommitIdShortFixedLength],
            VersionCommitId = hash,
            VersionCommitIdShort = hash[..options.GitCommitIdShortFixedLength],
            GitCommitDate = null,
            GitCommitAuthorDate = null,
        };
    }
}
