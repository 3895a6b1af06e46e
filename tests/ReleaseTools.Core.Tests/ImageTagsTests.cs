using ReleaseTools.Diagnostics;
using ReleaseTools.Images;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ImageTagsTests
{
    private const string Commit = "77729c063a83c6e2ff177013f9af7b10bc6c2de3";

    [TestMethod]
    [DataRow("1.2", true, "1.2.3 1.2 1 latest")]
    [DataRow("0.2", true, "0.2.3 0.2 latest", DisplayName = "below 1.0 the major promises nothing")]
    [DataRow("1.2-rc.1", true, "1.2.3-rc.1")]
    [DataRow("1.2", false, "1.2.3-gaaaaaaaaaa")]
    [DataRow("1.2-rc.1+meta", false, "1.2.3-rc.1.gaaaaaaaaaa", DisplayName = "no tag holds a plus sign")]
    public void Only_a_stable_public_release_moves_floating_tags(string spec, bool isPublic, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', ImageTags.For(Snapshot(spec, isPublic)).Tags));

    [TestMethod]
    [DataRow("1.2", true, "1.2.3 1.2 1 latest")]
    [DataRow("1.2-rc.1", true, "1.2.3-rc.1")]
    [DataRow("1.2", false, "1.2.3", DisplayName = "counted between tags with ignoreHeight")]
    public void Of_versions_from_tags_only_a_release_moves_floating_tags(string spec, bool isReleased, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', ImageTags.For(Snapshot(spec, isPublic: true) with { Scheme = VersionScheme.Tags, IsReleased = isReleased }).Tags));

    [TestMethod]
    [DataRow("release", "v1.2.3 1.2 1 latest sha-77729c0")]
    [DataRow("release-below-one", "v0.2.3 0.2 latest sha-77729c0")]
    [DataRow("prerelease", "v1.2.3-beta.4 beta sha-77729c0")]
    [DataRow("branch", "v1.2.3-beta.4.g77729c0 sha-77729c0 feature-x")]
    [DataRow("pull-request", "v1.2.3-beta.4.g77729c0 sha-77729c0 pr-7")]
    public void A_tag_is_published_where_it_surprises_nobody(string build, string expected) =>
        Assert.AreEqual(expected, Tags(Build(build), "{major}.{minor}", "{major}", "latest", "{prerelease}", "v{version}", "sha-{commit}", "{branch}", "pr-{pull-request}"));

    [TestMethod]
    [DataRow("release", "release always")]
    [DataRow("prerelease", "prerelease always")]
    [DataRow("branch", "branch always")]
    [DataRow("default-branch", "branch default-branch main always")]
    [DataRow("pull-request", "pull-request always")]
    public void When_decides_alone_where_it_is_written(string build, string expected)
    {
        var conditions = new[] { "release", "prerelease", "branch", "default-branch", "branch:main", "pull-request", "always" };

        var tags = ImageTags.For(Build(build), [.. conditions.Select(condition => new ImageTagSetting(condition.Split(':')[^1]) { When = [condition] })]).Tags;

        Assert.AreEqual(expected, string.Join(' ', tags));
    }

    [TestMethod]
    public void One_of_several_conditions_is_enough() =>
        Assert.AreEqual("edge", string.Join(' ', ImageTags.For(Build("branch"), [new("edge") { When = ["release", "branch"] }]).Tags));

    [TestMethod]
    public void The_major_is_a_tag_below_one_where_the_user_says_so() =>
        Assert.AreEqual("0", string.Join(' ', ImageTags.For(Build("release-below-one"), [new("{major}") { When = ["release"] }]).Tags));

    [TestMethod]
    public void Where_nothing_applies_the_full_version_is_the_tag() => Assert.AreEqual("1.2.3-beta.4.g77729c0", Tags(Build("branch"), "latest", "pr-{pull-request}"));

    [TestMethod]
    public void The_commit_is_as_long_as_it_is_asked_for() => Assert.AreEqual($"{Commit[..12]} c-{Commit}", Tags(Build("branch"), "{commit:12}", "c-{commit:64}"));

    [TestMethod]
    [DataRow("feature/new thing", "feature-new-thing")]
    [DataRow("ü/x", "x")]
    [DataRow("release/1.2", "release-1.2")]
    [DataRow("_x", "_x")]
    public void What_no_tag_can_hold_becomes_a_hyphen(string branch, string expected) => Assert.AreEqual(expected, Tags(On(branch), "{branch}"));

    [TestMethod]
    [DataRow("latest")]
    [DataRow("1.2.3")]
    [DataRow("v1.2.3")]
    [DataRow("1.2")]
    [DataRow("9")]
    [DataRow("1.2.3-rc.1")]
    [DataRow("edge", DisplayName = "another entry's")]
    [DataRow("beta", DisplayName = "of a prerelease")]
    [DataRow("rc", DisplayName = "of another prerelease")]
    [DataRow("release-4.5.6", DisplayName = "what another entry makes of a version")]
    [DataRow("pr-8", DisplayName = "of a pull request")]
    [DataRow("latest-linux-x64", DisplayName = "one platform of a release")]
    [DataRow("1.2-linux-musl-arm64", DisplayName = "one platform of a release with another library")]
    [DataRow("edge-win-x64", DisplayName = "one platform of another entry")]
    public void A_branch_never_takes_the_tag_of_something_else(string branch)
    {
        var made = ImageTags.For(On(branch), [new("{branch}"), new("edge"), new("{prerelease}"), new("release-{version}") { When = ["release"] }, new("pr-{pull-request}")]);

        Assert.AreEqual("1.2.3-beta.4.g77729c0", string.Join(' ', made.Tags));
        Assert.AreEqual("RT7005", made.Remarks.Single().Code);
    }

    [TestMethod]
    public void A_pull_requests_number_alone_could_be_a_version() =>
        Assert.AreEqual("RT7005", ImageTags.For(Build("pull-request"), [new("{pull-request}")]).Remarks.Single().Code);

    [TestMethod]
    public void Long_branches_that_begin_alike_get_tags_that_differ()
    {
        var one = Tags(On(new string('a', 200) + "1"), "{branch}");
        var other = Tags(On(new string('a', 200) + "2"), "{branch}");

        Assert.AreNotEqual(one, other);
        Assert.AreEqual(100, one.Length, "a platform's name fits behind it");
    }

    [TestMethod]
    public void A_branch_without_a_letter_that_may_stand_in_a_tag_gives_none()
    {
        var made = ImageTags.For(On("ü"), [new("{branch}")]);

        Assert.AreEqual("1.2.3-beta.4.g77729c0", string.Join(' ', made.Tags));
        Assert.AreEqual("RT7004", made.Remarks.Single().Code);
    }

    [TestMethod]
    public void Two_entries_that_mean_different_things_and_meet_are_told()
    {
        var made = ImageTags.For(Build("release"), [new("{major}.{minor}"), new("1.2"), new("{version}"), new("{major}.{minor}.{patch}")]);

        Assert.AreEqual("1.2.3 1.2", string.Join(' ', made.Tags));
        Assert.AreEqual("RT7006", made.Remarks.Single().Code, "the version in two spellings is no other thing");
    }

    [TestMethod]
    [DataRow("{version}")]
    [DataRow("v{version}")]
    public void A_version_too_long_for_a_tag_gives_none_at_all(string template)
    {
        var tooLong = ImageTags.For(new ImageFacts($"1.2.3-{new string('a', 130)}") { IsStable = true }, [new(template), new("latest")]);

        Assert.AreEqual(("", "RT7007"), (string.Join(' ', tooLong.Tags), tooLong.Remarks.Single().Code));
    }

    [TestMethod]
    [DataRow("v{versoin}", "RT7001", "Did you mean 'version'?")]
    [DataRow("{commit:3}", "RT7001", "")]
    [DataRow("{major:1}", "RT7001", "")]
    [DataRow("{}", "RT7001", "")]
    [DataRow("{{version}}", "RT7002", "")]
    [DataRow("{version", "RT7002", "")]
    [DataRow("version}", "RT7002", "")]
    [DataRow("", "RT7002", "")]
    public void A_template_that_is_none_is_refused(string template, string code, string meant)
    {
        var diagnostic = Assert.ThrowsExactly<ReleaseException>(() => ImageTags.For(Build("release"), [new(template, new("version.json", 3, 5))])).Diagnostics.Single();

        Assert.AreEqual((code, "version.json(3,5)"), (diagnostic.Code, $"{diagnostic.Spot}"));
        StringAssert.EndsWith(diagnostic.Message, meant);
    }

    [TestMethod]
    public void All_that_is_wrong_is_told_at_once() => Assert.AreEqual(
        "RT7001 RT7003",
        string.Join(' ', Assert.ThrowsExactly<ReleaseException>(() => ImageTags.For(Build("release"), [new("{x}"), new("a") { When = ["relaese"] }])).Diagnostics.Select(one => one.Code)));

    [TestMethod]
    public void Whatever_a_branch_is_called_its_tags_are_tags_and_none_of_them_floats()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var branch = OddText.Next(random) + OddText.Next(random);
            string[] templates = ["{branch}", "b-{branch}", "{branch}.{commit}", "{version}-{branch}", "{major}", "{major}.{minor}", "latest", "{major}.{minor}.{patch}", "edge"];

            var tags = ImageTags.For(On(branch), [.. templates.OrderBy(_ => random.Next()).Select(template => new ImageTagSetting(template))]).Tags;

            foreach (var tag in tags)
            {
                StringAssert.Matches(tag, new(@"^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}\z"), $"seed {seed}: '{branch}'");
            }

            Assert.IsFalse(tags.Intersect(["latest", "edge", "1", "1.2", "1.2.3"]).Any(), $"seed {seed}: '{branch}'");
        }
    }

    private static string Tags(ImageFacts facts, params string[] templates)
    {
        var made = ImageTags.For(facts, [.. templates.Select(template => new ImageTagSetting(template))]);
        Assert.AreEqual("", string.Join('\n', made.Remarks));
        return string.Join(' ', made.Tags);
    }

    private static ImageFacts On(string branch) => Build("branch") with { BuildingRef = $"refs/heads/{branch}" };

    private static ImageFacts Build(string kind) => kind switch
    {
        "release" => new("1.2.3") { IsStable = true, IsPublic = true, BuildingRef = "refs/tags/v1.2.3", Commit = Commit },
        "release-below-one" => new("0.2.3") { IsStable = true, IsPublic = true, BuildingRef = "refs/tags/v0.2.3", Commit = Commit },
        "prerelease" => new("1.2.3-beta.4") { Prerelease = "beta.4", IsPublic = true, BuildingRef = "refs/tags/v1.2.3-beta.4", Commit = Commit },
        "branch" => new("1.2.3-beta.4.g77729c0") { Prerelease = "beta.4", BuildingRef = "refs/heads/feature/x", Commit = Commit },
        "default-branch" => Build("branch") with { BuildingRef = "refs/heads/main", IsDefaultBranch = true },
        _ => Build("branch") with { BuildingRef = "refs/pull/7/merge", PullRequest = "7" },
    };

    private static VersionSnapshot Snapshot(string spec, bool isPublic) => new()
    {
        Scheme = VersionScheme.Height,
        HeightPosition = VersionSpec.Read(spec)!.HeightPosition,
        Version = new Version(VersionSpec.Read(spec)!.Numbers.Major, 2, 3, 4),
        PrereleaseVersion = VersionSpec.Read(spec)!.Prerelease,
        Options = VersionOptions.Default with { Version = VersionSpec.Read(spec) },
        VersionHeight = 3,
        PublicRelease = isPublic,
        BuildingRef = "refs/heads/main",
        GitCommitId = new string('a', 40),
        GitCommitIdShort = new string('a', 10),
        VersionCommitId = new string('a', 40),
        VersionCommitIdShort = new string('a', 10),
        GitCommitDate = null,
        GitCommitAuthorDate = null,
    };
}
