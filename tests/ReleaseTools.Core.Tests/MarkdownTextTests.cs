using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>A real Markdown reader says what the text became.</summary>
[TestClass]
public sealed class MarkdownTextTests
{
    /// <summary>What GitHub reads.</summary>
    private static readonly MarkdownPipeline Everything = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseTaskLists().UseFootnotes().UseMathematics().UseAlertBlocks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- hidden -->", "</details>", "&lt;b&gt;", "&#60;b>", "[click](https://example.test)", "![x](y)", "[x]: https://example.test", "<https://example.test>",
        "https://example.test/a_b", "www.example.test", "mailto:a@example.test", "*bold*", "**bold**", "_em_", "__strong__", "snake_case_name", "~~gone~~", "`unbalanced", "``two``", "a ` b `` c", "$x$", "$$x$$", "a | b", "|---|",
        "# heading", "## heading", "- item", "* item", "+ item", "1. item", "12) item", "> quote", "---", "***", "===", "```", "~~~", "    code", "\tcode", "\\", "a\\", "\\*a\\*", "[^1]", "[^1]: note", "- [ ] task", "> [!NOTE]",
        "a\rb", "a\u2028# b", "\e[31mred", "\u202Edlrow", "a\0b", "\uD800", "~one~", "@ada", "(@ada)", "@types/node", "a  \nb",
    ];

    private static readonly string[] PlainKinds = [nameof(MarkdownDocument), nameof(ParagraphBlock), nameof(LiteralInline), nameof(CodeInline), nameof(ContainerInline)];

    [TestMethod]
    public void Hostile_text_makes_nothing_but_text_and_code()
    {
        foreach (var text in Hostile.SelectMany(one => new[] { one, $"a {one}", $"{one} b", one + one }))
        {
            var kinds = Kinds(MarkdownText.Block(text)).Except(PlainKinds).ToArray();

            Assert.AreEqual("", string.Join(' ', kinds), $"'{text}' became '{MarkdownText.Block(text)}'");
        }
    }

    [TestMethod]
    public void Hostile_text_in_an_item_makes_nothing_but_text_and_code()
    {
        foreach (var text in Hostile)
        {
            var kinds = Kinds($"- **{MarkdownText.Inline(text)}:** {MarkdownText.Inline(text)} (1a2b3c4)\n").Except(PlainKinds);

            CollectionAssert.IsSubsetOf(kinds.ToArray(), new[] { nameof(ListBlock), nameof(ListItemBlock), nameof(EmphasisInline) }, text);
        }
    }

    [TestMethod]
    [DataRow("@a@octocat")]
    [DataRow("@a.@octocat and @@octocat")]
    [DataRow("@a/@octocat")]
    [DataRow("`x`@octocat")]
    [DataRow("``@octocat")]
    [DataRow("a@@octocat")]
    public void Nobody_is_mentioned(string text)
    {
        var read = string.Concat(Markdown.Parse(MarkdownText.Inline(text), Everything).Descendants<LeafInline>().Select(leaf => leaf is LiteralInline literal ? literal.Content.ToString() : "|"));

        Assert.DoesNotMatchRegex(new System.Text.RegularExpressions.Regex("(?<![A-Za-z0-9])@[A-Za-z0-9]"), read);
    }

    [TestMethod]
    [DataRow("see acme/other#12", "see `acme/other#12`")]
    [DataRow("as other#2, too", "as `other#2`, too")]
    [DataRow("from acme/other@1a2b3c4d.", "from `acme/other@1a2b3c4d`.")]
    [DataRow("for C# 12 and #13", "for C# 12 and #13")]
    public void No_issue_or_commit_of_another_repository_is_linked(string text, string expected) => Assert.AreEqual(expected, MarkdownText.Inline(text));

    [TestMethod]
    [DataRow("fix #12 (#13)", "fix [#12](u/12) ([#13](u/13))")]
    [DataRow("`#12` and other#14 and #1a", "`#12` and `other#14` and #1a")]
    [DataRow("##[error]#12 ###12", @"##\[error\]#12 ###12")]
    public void Issues_are_linked_where_somebody_knows_their_address(string text, string expected) => Assert.AreEqual(expected, MarkdownText.Inline(text, number => $"u/{number}"));

    [TestMethod]
    [DataRow("::set-output name=x::y")]
    [DataRow(" \u200F::error::x")]
    [DataRow("##[error]x")]
    [DataRow("`##vso[task.complete]x`")]
    [DataRow("a `##teamcity[x]` b")]
    public void No_line_is_a_command_to_a_CI_host(string text)
    {
        var line = MarkdownText.Block(text);

        Assert.AreEqual(HarmlessText.Line(line), line);
    }

    [TestMethod]
    [DataRow("add `--json` to version", "add `--json` to version")]
    [DataRow("keep snake_case as it is", "keep snake_case as it is")]
    [DataRow("thank @ada for it", "thank `@ada` for it")]
    [DataRow("mail ada.l@example.test.", "mail `ada.l@example.test`.")]
    [DataRow("a < b && c > d", @"a \< b \&\& c \> d")]
    [DataRow("fix #12 (#13)", "fix #12 (#13)")]
    public void Ordinary_text_stays_readable_as_source(string text, string expected) => Assert.AreEqual(expected, MarkdownText.Inline(text));

    [TestMethod]
    [DataRow("a < b & c *d* [e](f) `g h` \\ $5 ~ x_y _z_")]
    [DataRow("1. first & https://example.test")]
    public void What_is_read_is_what_was_written(string text) =>
        Assert.AreEqual(text.Replace("`", "", StringComparison.Ordinal), Markdown.ToPlainText(MarkdownText.Block(text), Everything).TrimEnd());

    private static IEnumerable<string> Kinds(string markdown) => Markdown.Parse(markdown, Everything).Descendants().Select(node => node.GetType().Name).Distinct();
}
