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

    [TestMethod]
    [DataRow("squash")]
    [DataRow("merges")]
    public void No_commit_is_told_before_one_that_is_built_on_it_whatever_its_clock_said(string shape)
    {
        using var repository = GeneratedHistory.Make(shape, new Random(RandomSeed.Choose(TestContext, 1)), Commits);
        var parents = repository.Git("rev-list", "--parents", "HEAD").Split('\n').Select(line => line.Split(' ')).ToDictionary(names => names[0], names => names[1..]);

        var answer = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "changelog", "HEAD~100..HEAD", "--explain", "--json").Expect().Output).RootElement;

        var told = new HashSet<string>();

        foreach (var commit in Explained(answer.GetProperty("accounting")).Select(one => one.GetProperty("commit").GetString()!))
        {
            Assert.IsFalse(parents[commit].Any(told.Contains), commit);
            told.Add(commit);
        }
    }

    [TestMethod]
    public void Messages_of_many_megabytes_are_read()
    {
        using var repository = new TempRepository();
        var lines = string.Concat(Enumerable.Repeat("a line about nothing in particular\n", 200_000));

        repository.Import(output =>
        {
            foreach (var message in new[] { $"feat: add search\n\n{lines}", $"fix: handle null\n\nBREAKING CHANGE: gone\n{lines}\nCloses #1\n" })
            {
                output.Write($"commit refs/heads/main\ncommitter Ada <ada@example.test> 1600000000 +0000\ndata {message.Length}\n{message}\n");
            }
        });

        var answer = ReleaseCommand.Run(repository.Path, "changelog", "--unreleased", "--explain").Expect().Output;

        StringAssert.Contains(answer, "feat: add search (Features)\n");
        StringAssert.Contains(answer, "fix: handle null (Bug Fixes, breaking)\n");
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
