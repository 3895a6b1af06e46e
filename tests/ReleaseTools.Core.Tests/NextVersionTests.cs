using System.Collections.Frozen;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Releasing;
using ReleaseTools.Versioning;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class NextVersionTests
{
    [TestMethod]
    [DataRow("1.3.1", "v1.3.0", "fix: a")]
    [DataRow("1.3.1", "v1.3.0", "perf: a")]
    [DataRow("1.3.1", "v1.3.0", "Revert \"feat: released\"")]
    [DataRow("1.4.0", "v1.3.2", "fix: a|feat(api): b|docs: c")]
    [DataRow("2.0.0", "v1.3.2", "fix!: a|feat: b")]
    [DataRow("2.0.0", "v1.3.2", "chore: a\n\nBREAKING CHANGE: no more")]
    [DataRow("1.3.1", "v1.3.0", "FIX: a")]
    [DataRow("", "v1.3.0", "docs: a|chore: b|added stuff|Merge branch 'topic'|feature: c")]
    [DataRow("", "v1.3.0", "")]
    [DataRow("1.4.0", "v1.3.0", "feat: new")]
    [DataRow("1.4.0", "v1.3.0+build.7", "feat: new")]
    [DataRow("0.4.0", "v0.3.2", "feat!: a")]
    [DataRow("0.4.0", "v0.3.2", "feat: a")]
    [DataRow("0.3.3", "v0.3.2", "fix: a")]
    [DataRow("0.1.0", "", "fix: a")]
    [DataRow("0.1.0", "", "feat!: a")]
    [DataRow("", "", "docs: a")]
    public void The_gravest_commit_decides(string expected, string tag, string messages) =>
        Assert.AreEqual(expected, Text(Compute(Facts(tag, messages))));

    [TestMethod]
    [DataRow("1.0.0", "breaking", "v0.3.2", "feat!: a")]
    [DataRow("0.3.3", "feature", "v0.3.2", "feat: a")]
    [DataRow("1.4.0", "feature", "v1.3.2", "feat: a")]
    [DataRow("0.3.3", "other", "v0.3.2", "docs: a")]
    [DataRow("1.3.3", "other", "v1.3.2", "whatever")]
    [DataRow("", "other", "v1.3.2", "Merge branch 'topic'")]
    public void The_policy_may_be_another(string expected, string setting, string tag, string messages)
    {
        var policy = setting switch
        {
            "breaking" => BumpPolicy.Default with { BreakingBelowOne = Bump.Major },
            "feature" => BumpPolicy.Default with { FeatureBelowOne = Bump.Patch },
            _ => BumpPolicy.Default with { Other = Bump.Patch },
        };

        Assert.AreEqual(expected, Text(Compute(Facts(tag, messages) with { Options = VersionOptions.Default with { Bump = policy } })));
    }

    [TestMethod]
    [DataRow("1.0.0", "", "feat: a", "1.0-beta")]
    [DataRow("0.1.0", "", "feat: a", "0.0.5")]
    [DataRow("2.0.0", "v1.3.0", "fix: a", "2.0")]
    [DataRow("1.4.0", "v1.3.0", "feat: a", "1.3")]
    [DataRow("", "v1.3.0", "docs: a", "2.0")]
    public void The_version_file_is_a_floor(string expected, string tag, string messages, string floor) =>
        Assert.AreEqual(expected, Text(Compute(Facts(tag, messages) with { Options = VersionOptions.Default with { Version = VersionSpec.Read(floor) } })));

    [TestMethod]
    [DataRow("1.4.0-rc.1", "v1.3.0", "feat: a", "rc")]
    [DataRow("1.4.0-rc.2", "v1.3.0|v1.4.0-rc.1@3", "feat: a|fix: b|docs: c", "rc")]
    [DataRow("1.4.0-rc.11", "v1.3.0|v1.4.0-rc.9@3|v1.4.0-rc.10@2|v1.4.0-RC.2@3", "feat: a|fix: b|fix: c", "rc")]
    [DataRow("2.0.0-rc.1", "v1.3.0|v1.4.0-rc.1@3", "feat: a|feat!: b|docs: c", "rc")]
    [DataRow("1.4.0-rc.1", "v1.3.0|v1.4.0-beta.7@3", "feat: a|fix: b|docs: c", "rc")]
    [DataRow("1.4.0-rc.20260101120001", "v1.3.0|v1.4.0-rc.20260101120000@2", "feat: a|fix: b", "rc")]
    [DataRow("1.4.0-rc.6", "v1.3.0|v1.4.0-rc.5@elsewhere", "feat: a", "rc")]
    [DataRow("1.4.0-rc.3", "v1.3.0|v1.4.0-RC.2@2", "feat: a|fix: b", "rc")]
    [DataRow("1.4.0-rc.1", "v1.3.0|v1.4.0-rc1.5@2|v1.4.0-r.5@2", "feat: a|fix: b", "rc", true)]
    [DataRow("0.1.0-alpha.1", "", "feat: a", "alpha")]
    [DataRow("1.4.0", "v1.3.0|v1.4.0-rc.1@2", "feat: a|docs: b", null)]
    [DataRow("2.0.0", "v1.3.0|v2.0.0-beta.1@2", "feat: a|docs: b", null)]
    [DataRow("1.4.0", "v1.3.0|v1.3.0-rc.1@2", "feat: a|docs: b", null)]
    [DataRow("1.3.1", "v1.3.0|v2.0.0-beta.1", "fix: a", null)]
    [DataRow("", "v1.3.0|v1.4.0-rc.1@1", "feat: a", "rc")]
    [DataRow("1.4.0", "v1.3.0|v1.4.0-rc.1@1", "feat: a", null)]
    public void Prereleases_count_on_the_way_to_their_target(string expected, string tags, string messages, string? name, bool goesBack = false)
    {
        var facts = Facts(tags, messages);

        if (goesBack)
        {
            Refuses("RT1033", facts, new(name));
            return;
        }

        Assert.AreEqual(expected, Text(Compute(facts, new(name))));
    }

    [TestMethod]
    [DataRow("2.0.0", "v1.3.0", "fix: a", "Major", null)]
    [DataRow("1.3.1", "v1.3.0", "feat!: a", "Patch", null)]
    [DataRow("1.0.0", "v0.3.0", "fix: a", "Major", null)]
    [DataRow("0.0.1", "", "", "Patch", null)]
    [DataRow("2.0.0-rc.1", "v1.3.0", "", "Major", "rc")]
    [DataRow("1.4.0", "v1.3.0|v1.4.0-rc.1@2", "feat: a|docs: b", "Patch", null)]
    [DataRow("1.3.1", "v1.3.0", "fix: a\n\nRelease-As: 5.0.0", "Patch", null)]
    public void The_user_may_say_what_to_raise(string expected, string tags, string messages, string bump, string? name) =>
        Assert.AreEqual(expected, Text(Compute(Facts(tags, messages), new(name, Enum.Parse<Bump>(bump)))));

    [TestMethod]
    [DataRow("2.0.0", "v1.3.0", "docs: a\n\nRelease-As: 2.0.0", null)]
    [DataRow("2.0.0", "v1.3.0", "docs: a\r\n\r\nrelease-as : 2.0.0\r\n", null)]
    [DataRow("2.0.0-beta.4", "v1.3.0", "stuff\n\nRelease-As: 2.0.0-beta.4+5", null)]
    [DataRow("2.0.0-rc.1", "v1.3.0", "stuff\n\nRelease-As: 2.0.0", "rc")]
    [DataRow("1.9.0", "v1.3.0", "docs: a\n\nRelease-As: 7|docs: b\n\nRelease-As: 1.9.0", null)]
    [DataRow("1.3.1", "v1.3.0", "Release-As: 2.0.0|fix: b", null)]
    [DataRow("2.0.0", "v1.3.0|v2.0.0-rc.1@2", "docs: a\n\nRelease-As: 2.0.0-rc.1|fix: b", null)]
    [DataRow("3.0.0", "v1.0.0|v3.0.0-rc.1@2", "feat: b\n\nRelease-As: 2.0.0|feat: c\n\nRelease-As: 3.0.0-rc.1|fix: d", null, DisplayName = "a word that was taken back stays so")]
    [DataRow("1.3.1", "v1.3.0|v2.0.0-rc.1@2", "docs: a|docs: b\n\nRelease-As: 1.3.1", null)]
    public void A_commit_may_name_the_version(string expected, string tags, string messages, string? name) =>
        Assert.AreEqual(expected, Text(Compute(Facts(tags, messages), new(name))));

    [TestMethod]
    [DataRow("RT1030", "v1.3.0", "docs: a\n\nRelease-As: 2.0", null)]
    [DataRow("RT1030", "v1.3.0", "docs: a\n\nRelease-As:", null)]
    [DataRow("RT1030", "v1.3.0", "docs: a\n\nRelease-As: v2.0.0", null)]
    [DataRow("RT1031", "v1.3.0", "docs: a\n\nRelease-As: 1.2.9", null)]
    [DataRow("RT1031", "v1.3.0|v2.0.0-rc.3@2", "docs: a|docs: b\n\nRelease-As: 2.0.0-rc.2", null)]
    [DataRow("RT1032", "v1.3.0|v1.4.0@elsewhere", "feat: a", null)]
    [DataRow("RT1032", "v1.3.0|v1.4.0@elsewhere", "feat: a", "rc")]
    [DataRow("RT1032", "v1.3.0|v2.0.0@elsewhere", "feat: a\n\nRelease-As: 2.0.0", null)]
    [DataRow("RT1033", "v1.3.0|v1.4.0-rc.1@2", "feat: a|fix: b", "beta")]
    [DataRow("RT1035", "v1.3.2147483647", "fix: a", null)]
    public void A_version_that_cannot_be_is_refused(string code, string tags, string messages, string? name) =>
        Refuses(code, Facts(tags, messages), new(name));

    [TestMethod]
    [DataRow("")]
    [DataRow("r c")]
    [DataRow("rc+1")]
    [DataRow("rc.")]
    [DataRow("01")]
    public void Not_every_word_can_name_a_prerelease(string name) =>
        Assert.AreEqual("RT1034", Assert.ThrowsExactly<ReleaseException>(() => VersionWish.Of(name, null)).Diagnostics[0].Code);

    [TestMethod]
    public void What_was_reverted_before_the_release_does_not_count()
    {
        Assert.AreEqual("1.3.1", Text(Compute(Facts("v1.3.0", $"feat: a|fix: b|Revert \"feat: a\"\n\nThis reverts commit {Id(1)}."))));
        Assert.AreEqual("1.3.1", Text(Compute(Facts("v1.3.0", $"feat: a|fix: b|fix: no a\n\nThis reverts commit {Id(1)[..8]} (feat: a, 2026-01-01)."))), "--reference");
        Assert.AreEqual("1.4.0", Text(Compute(Facts("v1.3.0", $"feat: a|Revert \"feat: a\"\n\nThis reverts commit {Id(1)}.|Reapply \"feat: a\"\n\nThis reverts commit {Id(2)}."))));
        Assert.AreEqual("1.3.1", Text(Compute(Facts("v1.3.0", $"docs: a|Revert \"feat: released\"\n\nThis reverts commit {Id(999)}."))));
        Assert.AreEqual("", Text(Compute(Facts("v1.3.0", $"docs: a\n\nRelease-As: 2.0.0|Revert \"docs: a\"\n\nThis reverts commit {Id(1)}."))));
    }

    [TestMethod]
    [DataRow("1.4.0", "Reapply \"feat: a\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.")]
    [DataRow("1.3.1", "feat: a|Revert \"feat: a\"\n\nThis reverts commit {1}.|Reapply \"feat: a\"\n\nThis reverts commit {2}.|Revert \"Reapply \"feat: a\"\"\n\nThis reverts commit {3}.|fix: b")]
    [DataRow("1.4.0", "feat: a|Revert \"feat: a\"\n\nThis reverts commit {1}.|Reapply \"feat: a\"\n\nThis reverts commit {2}.")]
    public void What_is_brought_back_counts_as_what_it_is(string expected, string messages) =>
        Assert.AreEqual(expected, Text(Compute(Facts("v1.3.0", WithIds(messages)))));

    [TestMethod]
    public void What_a_prerelease_had_and_was_reverted_makes_another_prerelease() =>
        Assert.AreEqual("1.4.0-rc.2", Text(Compute(Facts("v1.3.0|v1.4.0-rc.1@2", WithIds("feat: a|Revert \"feat: a\"\n\nThis reverts commit {1}.")), new("rc"))));

    [TestMethod]
    [DataRow("2.0.0", "fix: a|feat!: new search\n\nThis reverts commit {1}.\n\nBREAKING CHANGE: no more")]
    [DataRow("2.0.0", "fix: a|revert: a\n\nThis reverts commit {1}.\n\nBREAKING CHANGE: no more")]
    [DataRow("1.4.0", "fix: a|feat: new search\n\nThis reverts commit {1}.")]
    [DataRow("3.0.0", "fix: a|chore: another way\n\nThis reverts commit {1}.\n\nRelease-As: 3.0.0")]
    [DataRow("1.3.1", "feat!: a|fix: b|feat: new search\n\nThis reverts commit {1}.|Revert \"feat: new search\"\n\nThis reverts commit {3}.|Revert \"feat!: a\"\n\nThis reverts commit {1}.")]
    public void A_commit_that_does_more_than_revert_counts(string expected, string messages) =>
        Assert.AreEqual(expected, Text(Compute(Facts("v1.3.0", WithIds(messages)))));

    [TestMethod]
    [DataRow("1.3.1", "fix: a|docs: how to revert\n\ngit writes 'This reverts commit {1}.' there.")]
    [DataRow("1.3.1", "fix: a|Revert \"docs: b\"\n\nSee 'This reverts commit {1}.'")]
    [DataRow("", "fix: a|Revert \"fix: a\"\n\nIt was slow.\r\nthis reverts commit {1}.\r\n")]
    public void A_sentence_about_a_revert_is_one_only_at_the_start_of_a_line(string expected, string messages) =>
        Assert.AreEqual(expected, Text(Compute(Facts("v1.3.0", WithIds(messages)))));

    [TestMethod]
    public void A_reverted_merge_takes_back_all_that_it_brought()
    {
        // 1 and 2 on the main line, 3 and 4 on the branch, 5 the merge, 6 its revert.
        var facts = Facts("v1.3.0", $"fix: a|fix: b|feat: c|feat!: d|Merge branch 'topic'|Revert \"Merge branch 'topic'\"\n\nThis reverts commit {Id(5)}, reversing\nchanges made to {Id(2)}.");
        var parents = new[] { Id(5), $"{Id(2)} {Id(4)}", Id(3), Id(1), Id(1), "" };
        var commits = facts.Commits.Zip(parents, (commit, names) => commit with { Parents = [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new CommitId(name))] });

        var next = Compute(facts with { Commits = [.. commits] });

        Assert.AreEqual("1.3.1", Text(next));
        CollectionAssert.AreEqual(
            new[] { "reverts 5000000", "reverted by 6000000", "reverted by 6000000", "reverted by 6000000", "fix", "fix" },
            next.Commits.Select(call => call.Why).ToArray());
    }

    [TestMethod]
    public void Commits_that_touch_none_of_the_paths_do_not_count()
    {
        var facts = Facts("v1.3.0", "fix: a|feat!: b\n\nRelease-As: 9.0.0") with { Relevant = new[] { new CommitId(Id(1)) }.ToFrozenSet() };

        Assert.AreEqual("1.3.1", Text(Compute(facts)));
    }

    private static NextVersion Compute(NextVersionFacts facts, VersionWish? wish = null) => NextVersionCalculator.Compute(facts, wish ?? VersionWish.None);

    private static string Text(NextVersion next) => next.Version?.ToNormalizedString() ?? "";

    private static void Refuses(string code, NextVersionFacts facts, VersionWish wish) =>
        Assert.AreEqual(code, Assert.ThrowsExactly<ReleaseException>(() => Compute(facts, wish)).Diagnostics[0].Code);

    /// <summary>The hash of a commit of the range, by its number; the oldest is 1.</summary>
    private static string Id(int number) => $"{number}".PadRight(40, '0');

    /// <summary>With the hashes of commits in place of their numbers in braces.</summary>
    private static string WithIds(string messages) => messages.Replace("{1}", Id(1), StringComparison.Ordinal).Replace("{2}", Id(2), StringComparison.Ordinal).Replace("{3}", Id(3), StringComparison.Ordinal);

    /// <param name="tags">The first on the last release; <c>@2</c> puts one on the second newest commit, <c>@elsewhere</c> out of reach.</param>
    /// <param name="messages">The oldest first.</param>
    private static NextVersionFacts Facts(string tags, string messages)
    {
        var written = messages.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var commits = written.Select((message, index) => new CommitRecord(
            new(Id(index + 1)),
            DateTimeOffset.UnixEpoch,
            [],
            message.StartsWith("Merge", StringComparison.Ordinal) ? [new(Id(index)), new(new string('f', 40))] : [new(Id(index))],
            message)).Reverse().ToArray();

        var placed = tags.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Split('@')).Select(tag => new GitTag(tag[0], tag switch
        {
            [_, "elsewhere"] => new CommitId(new string('e', 40)),
            [_, var place] => commits[int.Parse(place, System.Globalization.CultureInfo.InvariantCulture) - 1].Id,
            _ => new CommitId(new string('a', 40)),
        }));

        var releases = ReleaseTag.Select(placed, prefix: null);
        return new() { Tags = releases, Released = releases.RemoveAll(tag => tag.Commit.Hash[0] == 'e'), Commits = [.. commits], Options = VersionOptions.Default };
    }
}
