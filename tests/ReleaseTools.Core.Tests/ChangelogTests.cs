using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Renderers;
using ReleaseTools.Git;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ChangelogTests
{
    private static readonly CommitRecord[] Commits =
    [
        Commit("9", "chore: release", "v1.4.0"),
        Commit("8", "Merge branch 'topic'"),
        Commit("7", "feat(api)!: drop `v1` (#12)\n\nBREAKING CHANGE: v1 is gone.\n\n- use v2\n# or wait\n\nCloses #11, #12\n"),
        Commit("6", "fix: handle <null>\n\nFixes: #10"),
        Commit("5", "docs: explain"),
        Commit("4", "added stuff"),
        Commit("3", "Revert \"feat: add *stars*\"\n\nThis reverts commit 2."),
        Commit("2", "perf(core): count once"),
        Commit("1", "refactor!: rename the options"),
    ];

    [TestMethod]
    public void A_form_is_listed_for_every_renderer_of_the_folder() => CollectionAssert.AreEquivalent(
        typeof(IChangelogRenderer).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IChangelogRenderer))).ToArray(),
        ChangelogRenderers.All.Select(renderer => renderer.GetType()).ToArray());

    [TestMethod]
    public void The_conventional_form_groups_by_type_and_tells_first_what_breaks() => AssertRendered(new ConventionalRenderer(), """
        ## v1.4.0 (2026-01-02)

        ### Breaking Changes

        - **api:** v1 is gone.

          - use v2
          \# or wait (7777777)
        - rename the options (1111111)

        ### Features

        - **api:** drop `v1` (#12) (7777777), closes #11

        ### Bug Fixes

        - handle \<null\> (6666666), closes #10

        ### Performance

        - **core:** count once (2222222)

        ### Reverts

        - feat: add \*stars\* (3333333)

        """);

    [TestMethod]
    public void The_form_of_Keep_a_Changelog_has_its_six_headings() => AssertRendered(new KeepAChangelogRenderer(), """
        ## [1.4.0] - 2026-01-02

        ### Added

        - **api:** drop `v1` (#12) (7777777), closes #11

        ### Changed

        - **Breaking:** **api:** v1 is gone.

          - use v2
          \# or wait (7777777)
        - **Breaking:** rename the options (1111111)
        - **core:** count once (2222222)

        ### Removed

        - feat: add \*stars\* (3333333)

        ### Fixed

        - handle \<null\> (6666666), closes #10

        """);

    [TestMethod]
    public void Every_commit_is_accounted_for()
    {
        var changelog = Changelog.Changelog.Of(Commits, new ConventionalRenderer().Rules);

        Assert.AreEqual(2, changelog.Hidden, "chore and docs");
        Assert.AreEqual(1, changelog.NotConventional, "added stuff; a merge says nothing and is not missed");
        Assert.AreEqual(4, changelog.Sections.Sum(section => section.Entries.Length));
    }

    [TestMethod]
    public void A_range_without_a_version_is_unreleased()
    {
        var changelog = Changelog.Changelog.Of([Commit("1", "chore: x", "nightly")], new ConventionalRenderer().Rules);

        Assert.AreEqual("## Unreleased\n\nNo notable changes.\n", new ConventionalRenderer().Render(changelog));
    }

    private static CommitRecord Commit(string digit, string message, params string[] tags) => new(
        new CommitId(new string(digit[0], 40)),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        [.. tags],
        IsMerge: message.StartsWith("Merge", StringComparison.Ordinal),
        message);

    private static void AssertRendered(IChangelogRenderer renderer, string expected) =>
        Assert.AreEqual(expected.ReplaceLineEndings("\n"), renderer.Render(Changelog.Changelog.Of(Commits, renderer.Rules)));
}
