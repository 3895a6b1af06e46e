using System.Collections.Immutable;
using System.Text;
using ReleaseTools.Changelog;
using ReleaseTools.Changelog.Hosted;
using ReleaseTools.Diagnostics;
using ReleaseTools.Git;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

/// <summary>What .github/release.yml says, held to GitHub's documentation of it.</summary>
[TestClass]
public sealed class GitHubSectionsTests
{
    private const int Count = 3_000;

    private static readonly string[] Labels = ["bug", "enhancement", "Area: API", "dependencies", "breaking-change", "ignore"];

    private static readonly string[] Authors = ["ada", "Grace", "dependabot", "octo-cat"];

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void A_pull_request_stands_in_the_first_category_that_takes_it_and_in_no_other()
    {
        var seed = RandomSeed.Choose(TestContext, Count);

        for (var i = 0; i < Count; i++)
        {
            var random = new Random(seed + i);
            var (excluded, categories) = (RandomCategory(random, "", []), Enumerable.Range(0, random.Next(1, 5)).Select(place => RandomCategory(random, $"T{random.Next(3)}", place == 2 ? ["*"] : [])).ToArray());
            var yaml = Yaml(excluded, categories);
            var request = new HostedItem("7", HostedKind.PullRequest, "x", random.Next(8) == 0 ? null : HostedAccount.Read(Some(random, Authors), random.Next(2) == 0), [.. Some(random, Labels, 3)]);
            var entry = new ChangelogEntry(new(new string('1', 40)), Some(random, ["feat", "fix", ""]), null, "x", random.Next(4) == 0 ? ["x"] : [], []) { Request = request };

            var headings = new EntryHeadings(GitHubSections.Read(SourceText.From(".github/release.yml", yaml), []));

            Assert.AreEqual(Documented(request, excluded, categories), headings.Find(entry)?.Title, $"seed {seed + i}\n{request.Author} {string.Join(", ", request.Labels)}\n{yaml}");
            Assert.AreEqual(IsOut(request, excluded.ExceptLabels, excluded.ExceptAuthors), headings.WhyExcluded(entry) is not null, $"seed {seed + i}\n{yaml}");
        }
    }

    [TestMethod]
    public void A_list_is_no_such_file() =>
        Assert.AreEqual("RT2148", Assert.ThrowsExactly<ReleaseException>(() => GitHubSections.Read(SourceText.From(".github/release.yml", "- changelog\n"), [])).Diagnostics[0].Code);

    [TestMethod]
    public void A_text_where_a_list_belongs_is_a_list_of_one()
    {
        var rules = GitHubSections.Read(SourceText.From(".github/release.yml", "changelog:\n  exclude:\n    labels: ignore\n    authors: dependabot\n  categories:\n  - title: All\n    labels: '*'\n"), []);

        CollectionAssert.AreEqual(new[] { "ignore", "dependabot", "*" }, rules.SelectMany(rule => rule.PullRequests).SelectMany(rule => rule.Labels.Concat(rule.Authors)).ToArray());
    }

    [TestMethod]
    [DataRow("ada", "ada", false)]
    [DataRow("dependabot[bot]", "dependabot", true)]
    [DataRow("ada_acme", "ada_acme", false)]
    [DataRow("a-", "a-", false)]
    [DataRow("", null, false)]
    [DataRow("-a", null, false)]
    [DataRow("a b", null, false)]
    [DataRow("a/b", null, false)]
    [DataRow("a\n", null, false)]
    [DataRow("[bot]", null, false)]
    [DataRow("ä", null, false)]
    public void A_login_is_nothing_but_letters_digits_hyphens_and_underscores(string text, string? login, bool isBot)
    {
        var account = HostedAccount.Read(text);

        Assert.AreEqual((login, isBot), (account?.Login, account?.IsBot ?? false));
    }

    [TestMethod]
    [DataRow("12+ada@users.noreply.github.com", "ada")]
    [DataRow("ada@users.noreply.github.com", "ada")]
    [DataRow("49699333+dependabot[bot]@users.noreply.github.com", "dependabot[bot]")]
    [DataRow("1+ada@users.noreply.github.acme.test", "ada")]
    [DataRow("ada@example.test", null)]
    [DataRow("1+ada@users.noreply.github.com@evil.test", null)]
    [DataRow("x+y+z@users.noreply.github.com", null)]
    public void An_address_that_GitHub_gave_out_names_an_account(string email, string? name) => Assert.AreEqual(name, HostedAccount.OfAddress(email)?.Name);

    /// <summary>As the documentation says it.</summary>
    private static string? Documented(HostedItem request, Category excluded, Category[] categories) => IsOut(request, excluded.ExceptLabels, excluded.ExceptAuthors) ? null
        : categories.FirstOrDefault(category => !IsOut(request, category.ExceptLabels, category.ExceptAuthors) && (category.Labels.Contains("*") || category.Labels.Any(label => Has(request, label))))?.Title;

    private static bool IsOut(HostedItem request, string[] labels, string[] authors) => labels.Any(label => Has(request, label))
        || authors.Any(author => request.Author is { } account && author.Replace("[bot]", "", StringComparison.Ordinal).Equals(account.Login, StringComparison.OrdinalIgnoreCase));

    private static bool Has(HostedItem request, string label) => request.Labels.Any(own => own.Equals(label, StringComparison.OrdinalIgnoreCase));

    private static Category RandomCategory(Random random, string title, string[] always) =>
        new(title, [.. Some(random, Labels, 2), .. always], random.Next(2) == 0 ? [] : [.. Some(random, Labels, 2)], random.Next(2) == 0 ? [] : [.. Some(random, [.. Authors, "dependabot[bot]", "ADA"], 2)]);

    private static string Some(Random random, string[] values) => values[random.Next(values.Length)];

    private static IEnumerable<string> Some(Random random, string[] values, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Some(random, values)).Distinct()];

    private static string Yaml(Category excluded, Category[] categories)
    {
        var yaml = new StringBuilder($"changelog:\n  exclude:\n{Lists("    ", excluded)}  categories:\n");

        foreach (var category in categories)
        {
            yaml.Append($"    - title: {category.Title}\n      labels: {List(category.Labels)}\n      exclude:\n{Lists("        ", category)}");
        }

        return yaml.ToString();
    }

    private static string Lists(string indent, Category category) => $"{indent}labels: {List(category.ExceptLabels)}\n{indent}authors: {List(category.ExceptAuthors)}\n";

    private static string List(string[] values) => $"[ {string.Join(", ", values.Select(value => $"\"{value}\""))} ]";

    /// <summary>A category as somebody writes it down; for all of them together only what is excluded counts.</summary>
    private sealed record Category(string Title, string[] Labels, string[] ExceptLabels, string[] ExceptAuthors);
}
