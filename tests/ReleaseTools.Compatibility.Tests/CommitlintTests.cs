using System.Text.Json;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;

namespace ReleaseTools.Tests;

/// <summary>The real commitlint is asked about the same messages.</summary>
[TestClass]
public sealed class CommitlintTests
{
    /// <summary>Where commitlint's answer is not about the message that git records.</summary>
    private static readonly Dictionary<string, string> Deliberate = new()
    {
        ["\nfeat: add\n\nbody"] = "git drops empty lines at the start; commitlint reads the second line as a body without an empty line before it",
        ["   \nfeat: add"] = "git drops lines of blanks at the start; commitlint takes them for the first line",
        ["feat: add\n   "] = "git drops lines of blanks at the end; commitlint takes them for a body",
        ["fix: a\n\nbody\nfix: a\n"] = "commitlint looks for the footer by its text, finds the first line, and misses that nothing stands before the footer",
        ["feat: µ"] = "commitlint finds no word in the micro sign, and takes none for every case",
    };

    private const int Messages = 3000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Every_message_is_judged_as_commitlint_judges_it() => Compare(CommitMessages.All, MessageCleanup.None);

    [TestMethod]
    public void Messages_made_of_random_pieces_are_judged_as_commitlint_judges_them()
    {
        var seed = RandomSeed.Choose(TestContext, Messages);

        Compare([.. CommitMessages.Random(seed, Messages)], MessageCleanup.None, $"seed {seed}\n");
    }

    [TestMethod]
    public void A_message_file_is_judged_as_commitlint_judges_it()
    {
        const string hints = "\n# Please enter the commit message for your changes.\n#\n#\tmodified: x\n# ------------------------ >8 ------------------------\n# below\ndiff --git a/x b/x\n";
        var messages = CommitMessages.All.Where(message => message.Trim().Length > 0 && !message.StartsWith('#'));

        Compare([.. messages.Select(message => $"{message}\n{hints}")], MessageCleanup.For(null, null, isEdited: true, ""), commentCharacter: "#");
    }

    [TestMethod]
    public void Where_the_answers_differ_on_purpose_they_still_do()
    {
        var theirs = Commitlint.Ask(Deliberate.Keys);

        foreach (var (message, answer) in Deliberate.Keys.Zip(theirs))
        {
            Assert.AreNotEqual(answer, Ours(message, MessageCleanup.None), Deliberate[message]);
        }
    }

    private static void Compare(IReadOnlyList<string> messages, MessageCleanup cleanup, string about = "", string? commentCharacter = null)
    {
        var theirs = Commitlint.Ask(messages, commentCharacter);

        var differences = messages.Zip(theirs, (message, answer) => (Message: message, Theirs: answer, Ours: Ours(message, cleanup)))
            .Where(both => both.Theirs != both.Ours)
            .Select(both => $"{JsonSerializer.Serialize(both.Message[..Math.Min(300, both.Message.Length)])}\n  commitlint: {both.Theirs}\n  ours: {both.Ours}")
            .Take(20);

        Assert.AreEqual("", string.Join('\n', differences), about);
        Assert.IsGreaterThan(messages.Count / 4, theirs.Count(answer => answer.Length > 0), "commitlint refuses a good part of them");
    }

    private static string Ours(string message, MessageCleanup cleanup) => string.Join(", ", LintReport.Of(CommitText.From("message", message, cleanup)).Findings
        .Select(finding => $"{(finding.Diagnostic.Severity == Severity.Error ? "error" : "warning")} {finding.Rule}")
        .Distinct()
        .Order(StringComparer.Ordinal));
}
