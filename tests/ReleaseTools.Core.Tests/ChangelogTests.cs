using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Renderers;
using ReleaseTools.Git;
using ReleaseTools.Text;

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
        # v1.4.0 (2026-01-02)

        ## Breaking Changes

        - **api:** v1 is gone. (7777777)

          - use v2
            \# or wait
        - rename the options (1111111)

        ## Features

        - **api:** drop `v1` (#12) (7777777), closes #11

        ## Bug Fixes

        - handle \<null\> (6666666), closes #10

        ## Performance

        - **core:** count once (2222222)

        ## Reverts

        - feat: add \*stars\* (3333333)

        """);

    [TestMethod]
    public void The_form_of_Keep_a_Changelog_has_its_six_headings() => AssertRendered(new KeepAChangelogRenderer(), """
        ## [1.4.0] - 2026-01-02

        ### Added

        - **api:** drop `v1` (#12) (7777777), closes #11

        ### Changed

        - **Breaking:** **api:** v1 is gone. (7777777)

          - use v2
            \# or wait
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
        var changelog = Told(Commits, new ConventionalRenderer().Rules);

        Assert.AreEqual(3, changelog.Hidden, "chore, docs and a merge, which says nothing and is not missed");
        Assert.AreEqual(Commits.Length, changelog.Accounting.Total);
        Assert.AreEqual(1, changelog.NotConventional, "added stuff");
        Assert.AreEqual(4, changelog.Sections.Sum(section => section.Entries.Length));
    }

    [TestMethod]
    public void A_range_without_a_version_is_unreleased()
    {
        var changelog = Told([Commit("1", "chore: x", "nightly")], new ConventionalRenderer().Rules);

        Assert.AreEqual("# Unreleased\n\nNo notable changes.\n", new ConventionalRenderer().Render(changelog, Usual(new ConventionalRenderer())));
    }

    [TestMethod]
    [DataRow("feat( ): # heading")]
    [DataRow("feat(\u200F): 1. x")]
    [DataRow("feat!: - x")]
    [DataRow("feat( )!: > x")]
    public void A_scope_that_prints_nothing_makes_no_room_for_a_heading_or_a_list(string message)
    {
        foreach (var renderer in ChangelogRenderers.All.Where(renderer => renderer.Name != "json"))
        {
            var text = renderer.Render(Told([Commit("1", message)], renderer.Rules), Usual(renderer));

            var inItems = Markdig.Markdown.Parse(text).Descendants<ListItemBlock>().SelectMany(item => item.Select(block => block.GetType()));
            Assert.IsTrue(inItems.All(type => type == typeof(ParagraphBlock)), text);
        }
    }

    [TestMethod]
    public void No_line_about_a_breaking_change_is_a_command_to_a_CI_host()
    {
        var text = new ConventionalRenderer().Render(Told([Commit("1", "feat: x\n\nBREAKING CHANGE: a\n::set-output name=x::y\n- ::error::x")], new ConventionalRenderer().Rules), Usual(new ConventionalRenderer()));

        Assert.IsFalse(text.Split('\n').Any(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)), text);
    }

    private static Changelog.Changelog Told(CommitRecord[] commits, ImmutableArray<SectionRule> rules)
    {
        var builder = new ChangelogHistory.Builder(20);

        foreach (var commit in commits)
        {
            builder.Add(new()
            {
                Name = Encoding.ASCII.GetBytes(commit.Id.Hash),
                Parents = Encoding.ASCII.GetBytes(string.Join(' ', commit.Parents.Select(parent => parent.Hash))),
                Author = "Ada"u8,
                Email = "ada@example.test"u8,
                Time = "0"u8,
                Message = Encoding.UTF8.GetBytes(commit.Message),
            });
        }

        var history = builder.Build();
        var tag = commits[0].Tags.FirstOrDefault(name => SemVerSyntax.IsVersion(name));
        return ChangelogComposer.Compose(history, new() { Commits = history.Commits, Tag = tag, Date = commits[0].Date }, new(rules));
    }

    private static CommitRecord Commit(string digit, string message, params string[] tags) => new(
        new CommitId(new string(digit[0], 40)),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        [.. tags],
        message.StartsWith("Merge", StringComparison.Ordinal) ? [Parent(1), Parent(2)] : [Parent(1)],
        message);

    private static CommitId Parent(int number) => new(new string('f', 39) + number);

    private static void AssertRendered(IChangelogRenderer renderer, string expected) =>
        Assert.AreEqual(expected.ReplaceLineEndings("\n"), renderer.Render(Told(Commits, renderer.Rules), Usual(renderer)));

    private static ChangelogStyle Usual(IChangelogRenderer renderer) => new(renderer.Rules);
}
