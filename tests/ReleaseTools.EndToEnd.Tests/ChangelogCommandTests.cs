using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class ChangelogCommandTests
{
    [TestMethod]
    public void A_range_is_told_by_type_and_what_is_left_out_is_counted()
    {
        using var repository = Released();
        var fix = repository.Commit("fix(api): handle null\n\nCloses #12");
        repository.Commit("added stuff");
        var feature = repository.Commit("feat!: add search");

        var run = ReleaseCommand.Run(repository.Path, "changelog", "v1.0.0..HEAD").Expect();

        Assert.AreEqual(
            $"# Unreleased\n\n## Breaking Changes\n\n- add search ({feature[..7]})\n\n## Features\n\n- add search ({feature[..7]})\n\n"
            + $"## Bug Fixes\n\n- **api:** handle null ({fix[..7]}), closes #12\n",
            run.Output);
        Assert.AreEqual("1 commit is not conventional and is left out.\n", run.Error);
    }

    [TestMethod]
    public void The_unreleased_changes_begin_after_the_nearest_tag_that_is_a_version()
    {
        using var repository = Released();
        repository.Commit("feat: new");
        repository.Git("tag", "v1.0.x");
        repository.Git("tag", "nightly");

        var output = ReleaseCommand.Run(repository.Path, "changelog", "--unreleased").Expect().Output;

        StringAssert.Contains(output, "- new (");
        Assert.IsFalse(output.Contains("begin", StringComparison.Ordinal), output);
    }

    [TestMethod]
    public void Before_the_first_release_everything_is_unreleased()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "changelog", "--unreleased").Expect().Output, "- begin (");
    }

    [TestMethod]
    public void A_range_that_ends_at_a_version_bears_its_name_and_date()
    {
        using var repository = Released();

        StringAssert.StartsWith(ReleaseCommand.Run(repository.Path, "changelog", "HEAD~1..v1.0.0", "--format", "keepachangelog").Expect().Output, "## [1.0.0] - 2026-01-01\n");
    }

    [TestMethod]
    [DataRow("v1.10.0", "HEAD")]
    [DataRow("v1.9.0", "v1.9.0")]
    [DataRow("v1.10.0-rc.2", "refs/tags/v1.10.0-rc.2")]
    public void Of_several_versions_on_a_commit_the_one_that_is_named_counts_or_else_the_highest(string title, string end)
    {
        using var repository = Released();
        repository.Commit("feat: more");

        foreach (var tag in new[] { "v1.10.0", "v1.10.0-rc.2", "v1.9.0", "v1.10.0-rc.10" })
        {
            repository.Git("tag", tag);
        }

        StringAssert.StartsWith(ReleaseCommand.Run(repository.Path, "changelog", $"v1.0.0..{end}").Expect().Output, $"# {title} (");
    }

    [TestMethod]
    public void Many_tags_that_are_no_versions_cost_no_run_of_git_each()
    {
        using var repository = Released();
        var trace = Path.Combine(repository.Path, ".git", "trace");
        var settings = Path.Combine(repository.Path, ".git", "global");
        File.WriteAllText(settings, $"[trace2]\n\teventTarget = {trace.Replace('\\', '/')}\n");
        repository.Commit("feat: new");
        Enumerable.Range(1, 30).ToList().ForEach(number => repository.Git("tag", $"v1.0.{number}.x"));

        var run = BuiltTool.Run(repository.Path, new Dictionary<string, string?>(repository.Environment()) { ["GIT_CONFIG_GLOBAL"] = settings }, "changelog", "--unreleased").Expect();
        var runs = File.ReadLines(trace).Count(line => line.Contains("\"event\":\"start\"", StringComparison.Ordinal));

        StringAssert.Contains(run.Output, "- new (");
        Assert.IsFalse(run.Output.Contains("begin", StringComparison.Ordinal), run.Output);
        Assert.IsInRange(1, 8, runs);
    }

    [TestMethod]
    public void A_repository_without_commits_has_no_changelog()
    {
        using var repository = new TempRepository();

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "changelog", "--unreleased").Expect(3).Error, "error RT1010: ");
    }

    [TestMethod]
    public void A_shallow_clone_that_lacks_commits_of_the_range_is_no_source()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Commit("feat: one");
        repository.Commit("feat: two");
        ProgramRun.Run(folder.Path, repository.Environment(), "git", "clone", "--quiet", "--depth=1", new Uri(repository.Path).AbsoluteUri, "clone").Expect();

        StringAssert.Contains(ReleaseCommand.Run(Path.Combine(folder.Path, "clone"), "changelog", "--unreleased").Expect(3).Error, "error RT4032: ");
    }

    [TestMethod]
    public void The_JSON_answer_holds_the_texts_as_they_were_written()
    {
        using var repository = Released();
        repository.Commit("feat: add <b>bold</b>");

        var answer = JsonDocument.Parse(ReleaseCommand.Run(repository.Path, "changelog", "v1.0.0..", "--json").Expect().Output).RootElement;

        Assert.AreEqual("add <b>bold</b>", answer.GetProperty("sections")[0].GetProperty("entries")[0].GetProperty("text").GetString());
    }

    [TestMethod]
    public void A_bare_repository_is_told_of_and_not_written_into()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Commit("feat: one");
        ProgramRun.Run(folder.Path, repository.Environment(), "git", "clone", "--quiet", "--bare", "work", "bare").Expect();
        var bare = Path.Combine(folder.Path, "bare");

        StringAssert.Contains(ReleaseCommand.Run(bare, "changelog", "--unreleased").Expect().Output, "- one (");
        StringAssert.Contains(ReleaseCommand.Run(bare, "changelog", "--unreleased", "--write").Expect(2).Error, "error RT4361: ");
    }

    [TestMethod]
    public void Nothing_is_written_through_a_link_that_leads_out_of_the_repository()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Commit("feat: one");
        File.WriteAllText(Path.Combine(folder.Path, "elsewhere.md"), "theirs\n");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "CHANGELOG.md"), Path.Combine(folder.Path, "elsewhere.md"));

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "changelog", "--unreleased", "--write").Expect(2).Error, "error RT3012: ");
        Assert.AreEqual("theirs\n", File.ReadAllText(Path.Combine(folder.Path, "elsewhere.md")));
    }

    private static TempRepository Released()
    {
        var repository = new TempRepository();
        repository.Commit("chore: start");
        repository.Commit("feat: begin");
        repository.Git("tag", "--annotate", "--message", "first", "v1.0.0");
        return repository;
    }
}
