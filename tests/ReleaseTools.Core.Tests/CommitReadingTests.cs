using System.Text;
using ReleaseTools.Changelog;
using ReleaseTools.Git;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class CommitReadingTests
{
    private const int Messages = 3000;

    private static readonly string[] Headers =
    [
        "feat: add search", "fix(api): handle null (#12)", "feat!: drop v1", "Fix(a)(b)!: x", "chore(deps): bump lodash from 1.0.0 to 1.1.0", "added stuff", "Merge branch 'x'", "Merged PR 12: fix: a", "Merged in x (pull request #9)", "Merge pull request #5 from a/b", "Revert \"feat: a (#3)\"", "Reapply \"feat: a\"",
        "fix: CVE-2026-12345", "fix: closes #4 and owner/name#5", " feat: indented", "feat: ends with blanks  ", "feat: ends with a return\r", "1.2.3", "fixup! feat: a", "feat: a_b_c *d*", "gpg: feat: x", "revert: feat: x (!7)", "feat(): x", "feat: \u2028x", "",
    ];

    private static readonly string[] Lines =
    [
        "", "", "plain words only", "It was slow.", "Closes #1", "Fixes: #2", "BREAKING CHANGE: it is gone", "BREAKING-CHANGE: and this", "* feat: one", "* fix: two", "* note this", "---------", "Co-authored-by: Eve <eve@example.test>", "Release-Note: say this", "Changelog: skip",
        "This reverts commit 0123456789012345678901234567890123456789.", "THIS REVERTS COMMIT 0123456.", "Reverts octo/shop#12", "(cherry picked from commit 0123456789012345678901234567890123456789)", "Change-Id: I0123", "CVE-2026-12345", "see ghsa-23fx-cm4v-9p2q",
        "Merge branch 'main' into x", "See merge request a/b!57", "Related work items: #4", "BEGIN_COMMIT_OVERRIDE", "END_COMMIT_OVERRIDE", "feat: in an override", "Refs: 0123456", "\r", "\u2028Merge branch x",
    ];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void What_is_read_of_a_message_s_core_is_what_the_message_says()
    {
        foreach (var message in Random())
        {
            var core = Encoding.UTF8.GetString(MessageCore.Of(Encoding.UTF8.GetBytes(message)));

            Assert.AreEqual(Told(message), Told(core), $"'{message}' read as '{core}'");
        }
    }

    [TestMethod]
    public void A_message_of_one_line_says_what_it_says_above_a_body_about_nothing()
    {
        // Under what a host writes first a body is what somebody wrote.
        foreach (var header in Headers.Where(header => header.Length > 0 && !header.StartsWith("Merge", StringComparison.Ordinal) && !header.Contains('\u2028', StringComparison.Ordinal)))
        {
            Assert.AreEqual(Told($"{header}\n\nplain words\nof two lines\n"), Told(header), header);
        }
    }

    [TestMethod]
    [DataRow("feat: a (#12)", "12")]
    [DataRow("feat: a (#12) (#15)", "15")]
    [DataRow("feat: a (!7)", "7")]
    [DataRow("feat: a (#12) more", null)]
    [DataRow("feat: a (#x)", null)]
    [DataRow("feat: a (12)", null)]
    public void The_number_of_a_pull_request_stands_at_the_end_of_the_first_line(string header, string? number) => Assert.AreEqual(number, Read(header).PullRequest);

    [TestMethod]
    public void A_pick_of_a_pick_is_of_the_first_commit() =>
        Assert.AreEqual(new string('a', 40), Read($"fix: x\n\n(cherry picked from commit {new string('a', 40)})\n(cherry picked from commit {new string('b', 40)})\n").Origin);

    [TestMethod]
    [DataRow("bump Serilog.AspNetCore from 8.0.0 to 9.0.0 in /src", "Serilog.AspNetCore in /src", "8.0.0", "9.0.0")]
    [DataRow("update dependency @types/node to v22.1.0", "@types/node", null, "v22.1.0")]
    [DataRow("update module github.com/a/b from v1.2.3 to v1.3.0 [security]", "github.com/a/b", "v1.2.3", "v1.3.0")]
    [DataRow("update node docker tag to v22", "node", null, "v22")]
    [DataRow("update golang docker digest to 0a1b2c3", "golang", null, "0a1b2c3")]
    [DataRow("pin dependency eslint to 9.1.0", "eslint", null, "9.1.0")]
    public void Updates_are_known_by_the_words_of_dependabot_and_renovate(string subject, string name, string? from, string to) =>
        Assert.AreEqual(new DependencyUpdate(name, from, to), Read($"fix(deps): {subject}").Entries[0].Update);

    [TestMethod]
    [DataRow("bump the all group with 3 updates")]
    [DataRow("update the parser to handle nulls")]
    [DataRow("move from a to b")]
    public void Other_sentences_are_no_updates(string subject) => Assert.IsNull(Read($"fix: {subject}").Entries[0].Update);

    private static CommitReading Read(string message) => CommitReading.Read(new CommitId(new string('1', 40)), message, [new("Ada", "ada@example.test")]);

    /// <summary>All of a reading in a text, as arrays do not compare.</summary>
    private static string Told(string message)
    {
        var reading = Read(message);

        return string.Join('\n', [
            $"{reading.Header.TrimEnd()} {reading.IsSkipped} {reading.IsMachineWritten} {reading.SaysMoreThanRevert} {reading.PullRequest} {reading.ChangeId} {reading.Origin} {string.Join(',', reading.Reverts)} {string.Join(',', reading.Authors)}",
            .. reading.Entries.Select(entry => $"{entry.Type} {entry.Scope} '{entry.Text}' {string.Join('|', entry.Breaking)} {string.Join('|', entry.References)} {string.Join('|', entry.Advisories)} {entry.Update} {entry.PullRequest} {entry.IsSkipped} {string.Join(',', entry.Authors)}"),
        ]);
    }

    private IEnumerable<string> Random()
    {
        var random = new Random(RandomSeed.Choose(TestContext, Messages));

        for (var i = 0; i < Messages; i++)
        {
            yield return string.Join('\n', [Headers[random.Next(Headers.Length)], .. Enumerable.Range(0, random.Next(6)).Select(_ => Lines[random.Next(Lines.Length)])]);
        }
    }
}
