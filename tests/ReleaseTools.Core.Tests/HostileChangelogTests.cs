using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Changelog.Links;
using ReleaseTools.Commits;
using ReleaseTools.Git;

namespace ReleaseTools.Tests;

/// <summary>Whatever authors write, a changelog holds the headings, items and links that its form intends, and no other. A real Markdown reader judges.</summary>
[TestClass]
public sealed class HostileChangelogTests
{
    private const int Count = 2_000;

    private const string Home = "https://github.com/acme/shop/";

    /// <summary>What GitHub reads.</summary>
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseTaskLists().UseFootnotes().UseMathematics().UseAlertBlocks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    private static readonly string[] Pieces =
    [
        "# ", "## 1.0.0", "\n# 9.9.9", "- ", "* ", "1. ", "> ", "---", "===", "***", "| a | b |", "|---|---|", "```", "~~~", "``", "`", "$x$", "~~", "**", "__", "_", "*",
        "<script>alert(1)</script>", "<img src=x onerror=y>", "<b>", "</b>", "<details>", "<!--", "-->", "<!-- manual -->", "<a name=\"1.0.0\"></a>", "<https://evil.test>", "&lt;", "&#60;", "&amp;",
        "[click](https://evil.test)", "![x](https://evil.test/x.png)", "[x]: https://evil.test", "[x][y]", "[ ] ", "[^1]", "[", "]", "(", ")", "](", "https://evil.test/?a=b", "http://evil.test", "www.evil.test", "ftp://evil.test", "mailto:a@evil.test", "a@evil.test",
        "@octocat", "@acme/owners", "(@ada)", "@@x", "acme/other#1", "other#2", "acme/other@1a2b3c4d", "evil/repo#3)", "#12", "(#13)", "#", "GH-1", "owner/name",
        "\e[31m", "\e]8;;https://evil.test\e\\", "\u202Ereversed", "\u2066", "\u200F", "\0", "\a", "\r", "\u2028", "\u0085", "\t", "    ", "\uD800", "\uFEFF", "👩‍👩‍👧", "é",
        "::error::x", "##[error]x", "##vso[task.complete]", "\\", "\\\\", "\\`", "\\[", "plain words", "snake_case", "a < b && c", "{text}", "{commit}", "$(id)", "%0a", ":tada:", "> [!NOTE]",
    ];

    private static readonly string[] Shapes = ["", "", "\n", "\n\n", "- ", "  - ", "    - ", "1. ", "7) ", "   2. ", "* ", "```\n", "  ```\n", "````\n", "~~~\n", "```sh\n", "    ", "\n    ", "\n\t", "| ", "  "];

    /// <summary>An account that the site itself named: the one that may be notified.</summary>
    private const string Login = "ada-lovelace";

    private static readonly Regex Notified = new($@"(?<![A-Za-z0-9])@(?!{Login}(?![A-Za-z0-9_/-]))[A-Za-z0-9]", RegexOptions.CultureInvariant);

    private static readonly Regex Elsewhere = new(@"(?<![A-Za-z0-9-])[A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9._-]+)?(?:#[0-9]+|@[0-9a-f]{7,64})(?![0-9A-Za-z])", RegexOptions.CultureInvariant);

    /// <summary>GitHub makes a link of it, escaped or not.</summary>
    private static readonly Regex Mail = new(@"[A-Za-z0-9._+-]@[A-Za-z0-9_-]+\.[A-Za-z0-9]", RegexOptions.CultureInvariant);

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("conventional", false)]
    [DataRow("conventional", true)]
    [DataRow("keepachangelog", false)]
    [DataRow("keepachangelog", true)]
    [DataRow("github", false)]
    [DataRow("github", true)]
    public void Two_thousand_hostile_authors_add_no_element_mention_or_link(string format, bool hasLinks)
    {
        var renderer = ChangelogRenderers.Find(format)!;
        var seed = RandomSeed.Choose(TestContext, Count);

        for (var i = 0; i < Count; i++)
        {
            var random = new Random(seed + i);
            var changelog = Hostile(random, renderer);
            var style = new ChangelogStyle(renderer.Rules) { Links = hasLinks ? RepositoryLinks.Find("https://github.com/acme/shop.git") : null };

            AssertHarmless(renderer.Render(changelog, style), changelog, $"seed {seed + i}");
        }
    }

    private static void AssertHarmless(string markdown, Changelog.Changelog changelog, string seed)
    {
        var document = Markdown.Parse(markdown, GitHub);
        var message = $"{seed}:\n{markdown}\n{Markdown.ToHtml(markdown, GitHub)}";
        string[] allowed =
        [
            nameof(MarkdownDocument), nameof(HeadingBlock), nameof(ListBlock), nameof(ListItemBlock), nameof(ParagraphBlock), nameof(LiteralInline), nameof(CodeInline), nameof(ContainerInline), nameof(LineBreakInline),
            nameof(FencedCodeBlock),
            nameof(EmphasisInline), nameof(LinkInline), nameof(LinkReferenceDefinitionGroup),
        ];

        Assert.AreEqual("", string.Join(' ', document.Descendants().Select(node => node.GetType().Name).Distinct().Except(allowed)), message);
        Assert.IsTrue(document.Descendants<LinkInline>().All(link => link.Url!.StartsWith(Home, StringComparison.Ordinal) && !link.IsImage), message);
        Assert.IsTrue(document.Descendants<EmphasisInline>().All(bold => bold.DelimiterCount == 2 && string.Concat(bold.Descendants<LiteralInline>().Select(literal => literal.Content.ToString())) is [.., ':'] or "Full changelog"), message);

        // An author's lists and code stay such inside the item of what breaks; nothing else is in a list.
        var headings = document.OfType<HeadingBlock>().Select(heading => heading.Inline!.FirstChild!.ToString()!).ToArray();
        Assert.IsTrue(headings.All(Expected(changelog).Contains), $"{string.Join(" | ", headings)} in {message}");
        Assert.IsTrue(document.Descendants<ListBlock>().All(list => !list.IsOrdered || list.Parent is ListItemBlock), message);
        Assert.IsTrue(document.Descendants<FencedCodeBlock>().All(code => code.Parent is ListItemBlock && code.ClosingFencedCharCount > 0), message);

        foreach (var text in document.Descendants<LiteralInline>().Where(literal => literal.Parent is not LinkInline).Select(literal => literal.Content.ToString()))
        {
            Assert.DoesNotMatchRegex(Notified, text, message);
            Assert.DoesNotMatchRegex(Elsewhere, text, message);
            Assert.DoesNotMatchRegex(Mail, text, message);
        }

        Assert.IsFalse(markdown.Any(unit => unit != '\n' && (char.IsControl(unit) || ReleaseTools.Text.HarmlessText.IsInvisible(unit))), message);
        Assert.IsTrue(markdown.Split('\n').All(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal)), message);
    }

    private static string[] Expected(Changelog.Changelog changelog) =>
        [.. ChangelogRenderers.All.SelectMany(renderer => renderer.Rules).Select(rule => rule.Title), "Breaking Changes", "Breaking changes", "What's new", "Contributors", "New contributors", "v1.4.0 (2026-01-02)", "[1.4.0] - 2026-01-02", "[", changelog.Tag!];

    private static Changelog.Changelog Hostile(Random random, IChangelogRenderer renderer)
    {
        var type = renderer.Rules[random.Next(renderer.Rules.Length)];
        var entries = Enumerable.Range(0, 2).Select(_ => new ChangelogEntry(
            new CommitId(new string('7', 40)),
            type.Types[0],
            random.Next(2) == 0 ? null : Text(random),
            Text(random),
            random.Next(3) == 0 ? [Migration(random)] : [],
            [new IssueReference("closes", random.Next(2) == 0 ? null : "evil/repo", "12"), new IssueReference("closes", "evil/other", Text(random))])
        {
            PullRequest = random.Next(3) switch { 0 => null, 1 => "15", _ => Text(random) },
            Authors = [new Contributor(Text(random), "a@example.test") { Account = HostedAccount.Read(random.Next(4) switch { 0 => Login, 1 => $"{Login}[bot]", _ => Text(random) + "/ \n"[random.Next(3)] }) }],
            Items = [new("12", random.Next(2) == 0 ? HostedKind.Issue : HostedKind.PullRequest, Text(random), null, [Text(random)]), new(Text(random), HostedKind.PullRequest, Text(random), null, [])],
            Advisories = [Text(random)],
        }).ToArray();

        return new()
        {
            Tag = "v1.4.0",
            Previous = "v1.3.0",
            Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Breaking = [.. entries.Where(entry => entry.Breaking is not [])],
            Sections = [new(type.Title, [.. entries])],
            Contributors = [.. entries.SelectMany(entry => entry.Authors)],
            FirstTimers = [.. entries.Take(1).SelectMany(entry => entry.Authors)],
            Accounting = Accounting.None,
        };
    }

    /// <summary>In all the shapes that are kept, well made or not.</summary>
    private static string Migration(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(index => $"{(index == 0 ? "" : "\n")}{Shapes[random.Next(Shapes.Length)]}{(random.Next(4) == 0 ? "" : Text(random))}"));

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
}
