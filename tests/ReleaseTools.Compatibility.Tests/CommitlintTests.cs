using System.Text.Json;
using ReleaseTools.Adapters.Commits;
using ReleaseTools.Commits;
using ReleaseTools.Diagnostics;
using ReleaseTools.Testing;
using ReleaseTools.Text;

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
        ["feat: add\n\nbody\n\nCloses #1\r\r\nNote: x"] = "commitlint splits the footer into lines a second time, takes the second carriage return for a line end, and does not find the footer's first line in the message",
        ["fix: a\n\nbody\nfix: a\n"] = "commitlint looks for the footer by its text, finds the first line, and misses that nothing stands before the footer",
    };

    private const int Messages = 3000;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Every_message_is_judged_as_commitlint_judges_it() => Compare([(Commitlint.Conventional, CommitMessages.All), (Commitlint.Angular, CommitMessages.All)]);

    [TestMethod]
    [DataRow("@commitlint/config-conventional")]
    [DataRow("@commitlint/config-angular")]
    public void Every_message_is_taken_apart_as_commitlint_takes_it_apart(string shared) => Compare(
    [
        ($$"""
        {
          "extends": "{{shared}}",
          "rules": {
            "scope-enum": [2, "always", { "scopes": ["a", "api"], "delimiters": ["/"] }], "scope-delimiter-style": [2, "always"], "scope-empty": [2, "never"], "scope-case": [1, "always", "kebab-case"],
            "body-empty": [2, "never"], "body-case": [1, "always", "sentence-case"], "footer-empty": [2, "never"], "footer-max-length": [2, "always", 20], "header-case": [1, "always", "lower-case"],
            "references-empty": [2, "never"], "trailer-exists": [2, "always", "Signed-off-by:"], "signed-off-by": [2, "always", "Signed-off-by:"],
            "subject-exclamation-mark": [1, "always"], "breaking-change-exclamation-mark": [2, "always"], "subject-min-length": [2, "always", 4], "type-max-length": [2, "always", 4]
          },
          "defaultIgnores": false
        }
        """, [.. CommitMessages.All.Where(message => !message.Contains('\0', StringComparison.Ordinal) && !message.EndsWith("\n---", StringComparison.Ordinal) && message.Trim() == message)]),
    ]);

    [TestMethod]
    public void Messages_made_of_random_pieces_are_judged_as_commitlint_judges_them()
    {
        var seed = RandomSeed.Choose(TestContext, Messages);

        Compare([(Commitlint.Conventional, [.. CommitMessages.Random(seed, Messages)])], about: $"seed {seed}\n");
    }

    [TestMethod]
    public void Messages_by_a_grammar_are_judged_as_commitlint_judges_them()
    {
        var seed = RandomSeed.Choose(TestContext, Messages);
        string[] messages = [.. Sample(seed, Messages)];

        Compare([(Commitlint.Conventional, messages), (Commitlint.Angular, messages)], about: $"seed {seed}\n");
    }

    [TestMethod]
    public void Any_configuration_is_followed_as_commitlint_follows_it()
    {
        const int configurations = 20;
        var seed = RandomSeed.Choose(TestContext, Messages);
        var made = new RandomLintConfiguration(new Random(seed));
        var messages = Sample(seed, Messages).Chunk(Messages / configurations);

        Compare([.. messages.Select(some => (made.Next(), (IReadOnlyList<string>)some))], about: $"seed {seed}\n");
    }

    [TestMethod]
    public void A_message_file_is_judged_as_commitlint_judges_it()
    {
        const string hints = "\n# Please enter the commit message for your changes.\n#\n#\tmodified: x\n# ------------------------ >8 ------------------------\n# below\ndiff --git a/x b/x\n";

        // Behind the first line commitlint looks at comments, which git drops.
        var messages = CommitMessages.All.Where(message => message.Trim().Length > 0 && !message.StartsWith('#') && !message.StartsWith("feat: add\n#", StringComparison.Ordinal));

        Compare([(Commitlint.Conventional, [.. messages.Select(message => $"{message}\n{hints}")])], MessageCleanup.For(null, null, isEdited: true, ""), "#");
    }

    [TestMethod]
    public void The_report_in_commitlints_form_is_the_one_commitlint_prints()
    {
        using var folder = new TempFolder();
        var messages = CommitMessages.All.Where(message => HarmlessText.From(message.Replace("\n", "", StringComparison.Ordinal)) == message.Replace("\n", "", StringComparison.Ordinal)).Where(message => !message.Contains("::", StringComparison.Ordinal) && message.Trim() == message && message.Length > 0).ToArray();
        var theirs = Commitlint.Ask(messages);

        foreach (var (message, answer) in messages.Zip(theirs))
        {
            var run = ReleaseCommand.RunWithInput(folder.Path, message, "lint", "--format", "commitlint");

            Assert.AreEqual(answer.Report.Length == 0 ? "" : answer.Report + "\n", run.Output, message);
            Assert.AreEqual(answer.Rules.Contains("error", StringComparison.Ordinal) ? 1 : 0, run.ExitCode, message);
        }
    }

    [TestMethod]
    public void Where_the_answers_differ_on_purpose_they_still_do()
    {
        var theirs = Commitlint.Ask(Deliberate.Keys);

        foreach (var (message, answer) in Deliberate.Keys.Zip(theirs))
        {
            Assert.AreNotEqual(answer.Rules, Say(LintReport.Of(CommitText.From("message", message))), Deliberate[message]);
        }
    }

    private static IEnumerable<string> Sample(int seed, int count)
    {
#pragma warning disable CA5394 // Not for secrets: a failed run must come again.
        var sample = new CommitGrammarSample(new Random(seed));
#pragma warning restore CA5394
        return Enumerable.Range(0, count).Select(_ => sample.Next()).Where(message => !SaysALineTwice(message));
    }

    /// <summary>One of the deliberate differences: commitlint looks for the footer by the text of its first line, and finds an earlier one.</summary>
    private static bool SaysALineTwice(string message) =>
        message.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0) is var lines && lines.Distinct().Count() < lines.Count();

    private static void Compare(IReadOnlyList<(string Configuration, IReadOnlyList<string> Messages)> questions, MessageCleanup? cleanup = null, string? commentCharacter = null, string about = "")
    {
        var theirs = Commitlint.Ask(questions.Select(question => (question.Configuration, (IEnumerable<string>)question.Messages)), commentCharacter);

        var differences = questions.Zip(theirs).SelectMany(pair => Differences(pair.First.Configuration, pair.First.Messages, pair.Second, cleanup)).ToArray();

        Assert.AreEqual("", string.Join('\n', differences.Take(20)), $"{about}{differences.Length} differences");
        Assert.IsGreaterThan(questions.Sum(question => question.Messages.Count) / 4, theirs.Sum(answers => answers.Count(answer => answer.Rules.Length > 0)), "commitlint refuses a good part of them");
    }

    private static IEnumerable<string> Differences(string text, IReadOnlyList<string> messages, CommitlintAnswer[] theirs, MessageCleanup? cleanup)
    {
        using var folder = new TempFolder();
        folder.Write(".commitlintrc.json", text);
        var configuration = LintConfigurationFiles.Read(folder.Path, ".commitlintrc.json");

        return
        [
            .. messages.Zip(theirs, (message, answer) => (Message: message, Theirs: answer.Rules, Ours: Say(LintReport.Judge(CommitText.From("message", message, cleanup), configuration))))
                .Where(both => both.Theirs != both.Ours)
                .Select(both => $"{text}\n{JsonSerializer.Serialize(both.Message[..Math.Min(300, both.Message.Length)])}\n  commitlint: {both.Theirs}\n  ours: {both.Ours}"),
        ];
    }

    private static string Say(LintReport report) => string.Join(", ", report.Findings
        .Select(finding => $"{(finding.Diagnostic.Severity == Severity.Error ? "error" : "warning")} {finding.Rule}")
        .Distinct()
        .Order(StringComparer.Ordinal));
}
