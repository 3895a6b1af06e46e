using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ChangelogAccountTests
{
    private const int Commits = 400;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("squash")]
    [DataRow("merges")]
    [DataRow("gerrit")]
    public void Every_commit_of_a_range_is_accounted_for_once_and_the_numbers_add_up(string shape)
    {
        using var repository = GeneratedHistory.Make(shape, new Random(RandomSeed.Choose(TestContext, 1)), Commits);

        foreach (var revisions in new[] { "HEAD", "HEAD~50..HEAD", "HEAD~120..HEAD~30" })
        {
            string[] range = revisions == "HEAD" ? ["--all"] : [revisions];

            var answer = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, ["changelog", .. range, "--explain", "--json"]).Expect().Output).RootElement;
            JsonElement[] changelogs = answer.TryGetProperty("releases", out var releases) ? [.. releases.EnumerateArray()] : [answer];
            var explained = changelogs.SelectMany(changelog => Explained(changelog.GetProperty("accounting"))).ToArray();

            CollectionAssert.AreEquivalent(repository.Git("rev-list", revisions).Split('\n'), explained.Select(one => one.GetProperty("commit").GetString()).ToArray(), revisions);

            foreach (var changelog in changelogs)
            {
                AssertAddsUp(changelog);
            }
        }
    }

    [TestMethod]
    [DataRow("squash")]
    [DataRow("merges")]
    [DataRow("gerrit")]
    public void The_whole_history_tells_of_a_finished_release_what_is_told_of_it_alone_on_one_line(string shape)
    {
        using var repository = GeneratedHistory.Make(shape, new Random(RandomSeed.Choose(TestContext, 1)), Commits);
        var releases = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "changelog", "--all", "--json").Expect().Output).RootElement.GetProperty("releases").EnumerateArray()
            .Where(release => release.GetProperty("version").GetString() is { } version && !version.Contains('-', StringComparison.Ordinal)).ToArray();

        foreach (var release in releases.Take(5))
        {
            var alone = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "changelog", "--version", release.GetProperty("version").GetString()!, "--json").Expect().Output).RootElement;

            Assert.AreEqual(alone.GetProperty("previous").GetString(), release.GetProperty("previous").GetString());
            Assert.AreEqual(alone.GetProperty("sections").GetRawText().Replace(" ", "", StringComparison.Ordinal), release.GetProperty("sections").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        }
    }

    private static void AssertAddsUp(JsonElement changelog)
    {
        var accounting = changelog.GetProperty("accounting");
        var fates = Explained(accounting).CountBy(one => one.GetProperty("fate").GetString()!).ToDictionary();
        var hidden = accounting.GetProperty("hidden").EnumerateObject().Sum(rule => rule.Value.GetInt32());

        Assert.AreEqual(fates.GetValueOrDefault("shown"), accounting.GetProperty("shown").GetInt32());
        Assert.AreEqual(fates.GetValueOrDefault("hidden"), hidden);
        Assert.AreEqual(fates.GetValueOrDefault("merged"), accounting.GetProperty("merged").GetInt32());
        Assert.AreEqual(fates.GetValueOrDefault("cancelled"), accounting.GetProperty("cancelled").GetInt32());
        Assert.AreEqual(fates.GetValueOrDefault("notConventional"), accounting.GetProperty("notConventional").GetInt32());
        Assert.AreEqual(fates.Values.Sum(), accounting.GetProperty("commits").GetInt32());

        // What is said to be shown is there, and nothing else is.
        var shown = Explained(accounting).Where(one => one.GetProperty("fate").GetString() == "shown").Select(one => one.GetProperty("commit").GetString()!).ToHashSet();
        var entries = changelog.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("entries").EnumerateArray()).Concat(changelog.GetProperty("breaking").EnumerateArray());
        CollectionAssert.AreEquivalent(shown.ToArray(), entries.Select(entry => entry.GetProperty("commit").GetString()!).Distinct().ToArray());
    }

    private static JsonElement[] Explained(JsonElement accounting) => accounting.TryGetProperty("explained", out var commits) ? [.. commits.EnumerateArray()] : [];
}
