using ReleaseTools.Commits;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class CommitMessageTests
{
    [TestMethod]
    public void A_conventional_header_falls_into_type_scope_and_subject_with_their_places()
    {
        var header = ConventionalHeader.Read("fix(api)!: handle null")!;

        Assert.AreEqual(new HeaderPart(0, "fix"), header.Type);
        Assert.AreEqual(new HeaderPart(4, "api"), header.Scope);
        Assert.AreEqual(new HeaderPart(11, "handle null"), header.Subject);
        Assert.IsTrue(header.HasMark);
    }

    [TestMethod]
    [DataRow("feat(a): b): c", "a): b")]
    [DataRow("feat(a)!: b): c", "a")]
    [DataRow("feat(a(b)): c", "a(b)")]
    public void A_scope_ends_where_commitlint_ends_it(string line, string scope) => Assert.AreEqual(scope, ConventionalHeader.Read(line)?.Scope?.Text);

    [TestMethod]
    [DataRow("added stuff")]
    [DataRow("feat:add")]
    [DataRow("feat (api): add")]
    [DataRow("feat(api: add")]
    public void A_line_of_another_form_has_no_parts(string line) => Assert.IsNull(ConventionalHeader.Read(line));

    [TestMethod]
    public void The_footer_begins_with_the_first_token_and_the_body_ends_before_it()
    {
        var message = Read("feat: add\n\nfirst\n\nsecond\n\nReviewed-by: Ada\nRefs #12\n");

        Assert.AreEqual("first||second", string.Join('|', message.Body.Select(line => line.Text)));
        Assert.AreEqual("7 Reviewed-by=Ada, 8 Refs=#12", string.Join(", ", message.Footers.Select(footer => $"{footer.Line} {footer.Token}={footer.Value}")));
    }

    [TestMethod]
    [DataRow("feat!: drop v1", "drop v1")]
    [DataRow("feat: x\n\nBREAKING CHANGE: v1 is gone\nfor good\n\nuse v2\nRefs: #1", "v1 is gone\nfor good\n\nuse v2")]
    [DataRow("feat!: x\n\nBREAKING-CHANGE: v1 is gone", "v1 is gone")]
    [DataRow("chore: x\n\nBREAKING CHANGE: a\nBREAKING CHANGE: b", "a|b")]
    [DataRow("feat: x", "")]
    public void A_breaking_change_is_told_in_its_authors_words(string text, string expected) =>
        Assert.AreEqual(expected, string.Join('|', Read(text).BreakingChanges));

    [TestMethod]
    [DataRow("fix: x (#12)", "#12")]
    [DataRow("fix: x\n\nCloses #1, #2 and owner/name#3", "closes #1, closes #2, closes owner/name#3")]
    [DataRow("fix: x\n\nResolves: #7", "resolves #7")]
    [DataRow("fix: x\n\nSee https://example.test/a#12 and #general", "")]
    public void References_are_found_with_what_becomes_of_them(string text, string expected) =>
        Assert.AreEqual(expected, string.Join(", ", Read(text).References.Select(reference => $"{reference.Action} {reference}".Trim())));

    [TestMethod]
    public void An_empty_message_has_no_parts() => Assert.IsNull(CommitMessage.Read("\n \n"));

    [TestMethod]
    [DataRow("(")]
    [DataRow("a: ")]
    [DataRow("BREAKING CHANGE: ")]
    [DataRow("\n")]
    [DataRow("http://")]
    public void A_million_characters_are_read_in_one_pass(string piece)
    {
        var text = "feat(" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        Assert.IsNotNull(Read(text));
        Assert.IsFalse(LintReport.Of(CommitText.From("message", text)).IsIgnored);
    }

    private static CommitMessage Read(string text) => CommitMessage.Read(text)!;
}
