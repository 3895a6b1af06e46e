using System.Text;
using System.Text.Json;
using ReleaseTools.Adapters.Git;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionNextCommandTests
{
    [TestMethod]
    public void The_answer_stands_alone_and_the_evidence_beside_it()
    {
        using var repository = Released();
        var fix = repository.Commit("fix(api): handle null");
        var feature = repository.Commit("feat: add search");
        repository.Commit("docs: explain");

        var run = Next(repository).Expect();

        Assert.AreEqual("1.4.0\n", run.Output);
        Assert.AreEqual(
            $"3 commits since v1.3.0:\n  minor  {feature[..7]}  feat: add search (feature)\n  patch  {fix[..7]}  fix(api): handle null (fix)\n  … and 1 more that calls for nothing\n",
            run.Error);
        Assert.AreEqual("", Next(repository, "-v", "quiet").Expect().Error);
    }

    [TestMethod]
    public void Where_nothing_calls_for_a_release_nothing_is_printed()
    {
        using var repository = Released();

        Assert.AreEqual(("", "0 commits since v1.3.0: nothing calls for a release.\n"), Said(Next(repository).Expect()));

        repository.Commit("docs: explain");

        Assert.AreEqual(("", "1 commit since v1.3.0: nothing calls for a release.\n"), Said(Next(repository).Expect()));
        Assert.AreEqual("null", Json(repository).GetProperty("next").GetRawText());
    }

    [TestMethod]
    public void Before_the_first_release_there_is_a_first_version()
    {
        using var repository = new TempRepository();
        repository.Commit("fix: begin");
        repository.Git("tag", "nightly");
        repository.Git("tag", "v1.0");

        Assert.AreEqual("0.1.0\n", Next(repository).Expect().Output);

        repository.Write("version.json", """{ "version": "1.0-beta" }""");

        var run = Next(repository).Expect();
        Assert.AreEqual("1.0.0\n", run.Output);
        StringAssert.Contains(run.Error, "The version file asks for 1.0.0 at least.\n");
    }

    [TestMethod]
    public void The_highest_release_behind_the_commit_counts_and_no_prerelease_does()
    {
        using var repository = Released();
        repository.Commit("feat: two");
        repository.Git("tag", "1.9.0");
        repository.Commit("fix: three");
        repository.Git("tag", "v1.8.1");
        repository.Commit("fix: four");
        repository.Git("tag", "v1.9.1-rc.1");
        repository.Git("switch", "--quiet", "--create", "other");
        repository.Commit("feat!: elsewhere");
        repository.Git("tag", "v2.0.0");
        repository.Git("switch", "--quiet", "main");

        Assert.AreEqual("1.9.1\n", Next(repository).Expect().Output);
        Assert.AreEqual("1.9.1-rc.2\n", Next(repository, "--prerelease", "rc", "--bump", "patch").Expect().Output);
        Assert.AreEqual("1.9.0", Json(repository).GetProperty("tag").GetString());
    }

    [TestMethod]
    public void A_train_goes_on_until_something_raises_its_target()
    {
        using var repository = Released();
        repository.Commit("feat: two");
        Release(repository, "1.4.0-rc.1");
        repository.Commit("docs: three");
        Release(repository, "1.4.0-rc.2");
        repository.Commit("feat!: four");
        Release(repository, "2.0.0-rc.1");

        Assert.AreEqual(("", true), (Next(repository, "--prerelease", "rc").Expect().Output, Next(repository, "--prerelease", "rc").Error.EndsWith("Nothing is new since v2.0.0-rc.1.\n", StringComparison.Ordinal)));
        Assert.AreEqual("2.0.0\n", Next(repository).Expect().Output);
    }

    [TestMethod]
    public void What_git_itself_reverted_does_not_count()
    {
        using var repository = Released();
        repository.Write("a.txt", "a").Commit("fix: one");
        repository.Write("b.txt", "b").Commit("feat: two");
        repository.Git("revert", "--no-edit", "HEAD");

        var commits = Json(repository).GetProperty("commits").EnumerateArray().Select(commit => $"{commit.GetProperty("bump")} {commit.GetProperty("why")}").ToArray();

        Assert.AreEqual("1.3.1\n", Next(repository).Expect().Output);
        CollectionAssert.AreEqual(new[] { $"none reverts {repository.Git("rev-parse", "--short=7", "HEAD~1")}", $"none reverted by {repository.Head[..7]}", "patch fix" }, commits);
    }

    [TestMethod]
    public void A_reverted_merge_takes_back_its_branch()
    {
        using var repository = Released();
        repository.Git("switch", "--quiet", "--create", "topic");
        repository.Write("a.txt", "a").Commit("feat!: one");
        repository.Git("switch", "--quiet", "main");
        repository.Write("b.txt", "b").Commit("fix: two");
        repository.Merge("topic");

        Assert.AreEqual("2.0.0\n", Next(repository).Expect().Output);

        repository.Git("revert", "--no-edit", "--mainline", "1", "HEAD");

        Assert.AreEqual("1.3.1\n", Next(repository).Expect().Output);
    }

    [TestMethod]
    public void A_merge_that_is_conventional_itself_speaks_for_itself()
    {
        using var repository = Released();
        repository.Git("switch", "--quiet", "--create", "topic");
        repository.Commit("wip");
        repository.Git("switch", "--quiet", "main");
        repository.Git("merge", "--quiet", "--no-ff", "--no-verify", "--message", "feat: the whole topic", "topic");

        Assert.AreEqual("1.4.0\n", Next(repository).Expect().Output);
    }

    [TestMethod]
    public void Messages_may_have_any_letters_and_line_ends()
    {
        using var repository = Released();
        repository.Commit("feat(größe): füge 検索 hinzu 🎉\r\n\r\nText.\r\n\r\nBREAKING CHANGE: alles neu\r\n");
        repository.Commit("fix: \e[31mred::error::\u202e");

        var run = Next(repository).Expect();

        Assert.AreEqual("2.0.0\n", run.Output);
        StringAssert.Contains(run.Error, "feat(größe): füge 検索 hinzu 🎉 (breaking change)\n");
        Assert.IsFalse(run.Error.Contains('\e', StringComparison.Ordinal) || run.Error.Contains('\u202e', StringComparison.Ordinal), run.Error);
    }

    [TestMethod]
    public void A_commit_that_names_the_version_wins_over_what_the_others_call_for()
    {
        using var repository = Released();
        var asking = repository.Commit("chore: time\n\nRelease-As: 2.0.0\nSigned-off-by: Ada <ada@example.test>");
        repository.Commit("fix: more");

        var run = Next(repository).Expect();

        Assert.AreEqual("2.0.0\n", run.Output);
        StringAssert.EndsWith(run.Error, $"Commit {asking[..7]} asks for 2.0.0 (Release-As).\n");

        var wrong = repository.Commit("chore: no\n\nRELEASE-AS: 1.0.0");

        Assert.AreEqual(
            $"dotnet-release : error RT1031: Commit {wrong[..7]} says 'Release-As: 1.0.0', and 1.3.0 is released. Commit another with a higher version, or say what to raise with '--bump'.\n",
            Next(repository).Expect(1).Error);
        Assert.AreEqual("1.3.1\n", Next(repository, "--bump", "patch").Expect().Output);
    }

    [TestMethod]
    public void A_maintenance_branch_does_not_take_a_number_of_the_main_line()
    {
        using var repository = Released();
        repository.Git("branch", "release/1.3");
        repository.Commit("feat: two");
        repository.Git("tag", "v1.4.0");
        repository.Git("switch", "--quiet", "release/1.3");
        repository.Commit("feat: backported");

        StringAssert.Contains(Next(repository).Expect(1).Error, "error RT1032: The next version is 1.4.0, and tag 'v1.4.0' on commit ");
        Assert.AreEqual("1.3.1\n", Next(repository, "--bump", "patch").Expect().Output);
    }

    [TestMethod]
    public void Of_a_component_only_commits_that_touch_it_count()
    {
        using var repository = Released();
        repository.Write("src/Api/version.json", """{ "version": "1.0", "pathFilters": ["."], "releaseTools": { "bump": { "other": "patch" } } }""");
        repository.Commit("chore: an api");
        repository.Write("src/Web/a.txt", "a").Commit("feat!: web");
        repository.Commit("feat: nothing at all");

        Assert.AreEqual("1.3.1\n", Next(repository, "--project", "src/Api").Expect().Output);
        Assert.AreEqual("2.0.0\n", Next(repository).Expect().Output);

        var project = Path.Combine(repository.Path, "src", "Api");
        var commits = JsonDocument.Parse(ReleaseCommand.Run(project, "version", "next", "--json").Expect().Output).RootElement.GetProperty("commits");
        Assert.AreEqual("touches none of the paths|touches none of the paths|of type chore", string.Join('|', commits.EnumerateArray().Select(commit => commit.GetProperty("why").GetString())));
    }

    [TestMethod]
    public void An_older_commit_is_asked_about_with_the_settings_it_had()
    {
        using var repository = Released();
        repository.Git("tag", "--delete", "v1.3.0");
        repository.Write("version.json", """{ "version": "0.7" }""").Commit("feat: two");
        var then = repository.Head;
        repository.Git("tag", "v0.9.0");
        repository.Write("version.json", """{ "version": "5.0" }""").Commit("feat!: three");
        repository.Git("tag", "--delete", "v0.9.0");

        Assert.AreEqual("0.7.0\n", Next(repository, then).Expect().Output);
        Assert.AreEqual("5.0.0\n", Next(repository).Expect().Output);

        repository.Git("branch", "next");
        Assert.IsTrue(ReleaseCommand.Run(repository.Path, "version", "refs/heads/next", "--get", "SemVer2").Expect().Output.StartsWith("5.0.1", StringComparison.Ordinal));
    }

    [TestMethod]
    public void The_settings_of_the_version_file_say_what_a_change_means_below_one()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("tag", "v0.3.0");
        repository.Commit("feat!: break");

        Assert.AreEqual("0.4.0\n", Next(repository).Expect().Output);

        repository.Write("version.json", """{ "releaseTools": { "bump": { "breakingBelowOne": "major" } } }""");
        Assert.AreEqual("1.0.0\n", Next(repository).Expect().Output);

        repository.Write("version.json", """{ "releaseTools": { "bump": { "breakingBelowOne": "patch" } } }""");
        StringAssert.Contains(Next(repository).Expect(2).Error, "error RT2002: 'breakingBelowOne' is 'patch'. Write one of 'minor', 'major'.");

        repository.Write("version.json", """{ "releaseTools": { "bump": { "breakingbelowone": "minor" } } }""");
        StringAssert.Contains(Next(repository).Expect(2).Error, "error RT2007: 'bump.breakingbelowone' is no setting of 'releaseTools'. Did you mean 'bump.breakingBelowOne'?");
    }

    [TestMethod]
    public void Of_thousands_of_commits_the_gravest_are_shown_in_one_run_of_the_log()
    {
        using var repository = Released();
        Import(repository, 5000, number => number == 100 ? "feat!: the one" : number % 2 == 0 ? $"fix: number {number}" : $"chore: number {number}");

        var run = Next(repository).Expect();
        var lines = run.Error.TrimEnd('\n').Split('\n');

        Assert.AreEqual("2.0.0\n", run.Output);
        Assert.AreEqual("5000 commits since v1.3.0:", lines[0]);
        StringAssert.Contains(lines[1], "feat!: the one (breaking change)");
        StringAssert.Contains(lines[2], "fix: number 5000 (fix)");
        Assert.AreEqual("  … and 2480 more that call for patch or less", lines[21]);
        Assert.AreEqual("  … and 2500 more that call for nothing", lines[22]);
        Assert.HasCount(23, lines);
        Assert.AreEqual(5000, Json(repository).GetProperty("commits").GetArrayLength());
    }

    [TestMethod]
    public void A_shallow_clone_that_lacks_commits_of_the_range_is_no_source()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Commit("feat: one");
        repository.Git("tag", "v1.0.0");
        repository.Commit("feat: two");
        ProgramRun.Run(folder.Path, repository.Environment(), "git", "clone", "--quiet", "--depth=1", new Uri(repository.Path).AbsoluteUri, "clone").Expect();

        StringAssert.Contains(ReleaseCommand.Run(Path.Combine(folder.Path, "clone"), "version", "next").Expect(3).Error, "error RT1036: ");
    }

    [TestMethod]
    public void A_shallow_clone_that_ends_before_the_highest_release_is_no_source()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository(folder, "work");
        repository.Commit("fix: begin");
        repository.Git("tag", "v2.0.0");
        repository.Commit("feat: two");
        repository.Commit("fix: three");
        repository.Git("tag", "v1.9.1");
        repository.Commit("fix: four");
        repository.Git("clone", "--quiet", "--depth=3", new Uri(repository.Path).AbsoluteUri, folder.At("clone"));
        var ci = new Dictionary<string, string> { ["GITLAB_CI"] = "true" };

        Assert.AreEqual("2.1.0\n", Next(repository).Expect().Output);
        StringAssert.EndsWith(
            ReleaseCommand.RunInCi(folder.At("clone"), ci, "version", "next").Expect(3).Error.TrimEnd(),
            $"error RT1036: The last release is not sure: this clone is cut off at {repository.Git("rev-parse", "--short=7", "main~2")}, and a higher one may lie behind that. Run 'git fetch --unshallow --tags'; for the next run set the variable 'GIT_DEPTH' to 0.");
        StringAssert.Contains(ReleaseCommand.Run(folder.At("clone"), "version", "set", "--next").Expect(3).Error, "error RT1036: ");

        repository.Git("-C", folder.At("clone"), "fetch", "--quiet", "--unshallow", "--tags");
        Assert.AreEqual("2.1.0\n", ReleaseCommand.Run(folder.At("clone"), "version", "next").Expect().Output);
    }

    [TestMethod]
    public void A_repository_without_commits_has_no_next_version()
    {
        using var repository = new TempRepository();

        StringAssert.Contains(Next(repository).Expect(3).Error, "error RT1010: ");
    }

    [TestMethod]
    [DataRow("v1.3.0", "version", "v1.3.0", "next")]
    [DataRow("--get", "version", "--get", "SemVer2", "next")]
    [DataRow("--project", "version", "--project", ".", "next")]
    public void A_word_before_the_command_would_go_unnoticed_and_is_refused(string word, params string[] arguments)
    {
        using var repository = Released();

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, arguments).Expect(2).Error, $"error RT0001: '{word}' stands before 'next'");
    }

    private static TempRepository Released()
    {
        var repository = new TempRepository();
        repository.Commit("feat: begin");
        repository.Git("tag", "--annotate", "--message", "first", "v1.3.0");
        return repository;
    }

    private static void Release(TempRepository repository, string expected)
    {
        Assert.AreEqual($"{expected}\n", Next(repository, "--prerelease", "rc").Expect().Output);
        repository.Git("tag", $"v{expected}");
    }

    private static ProgramRun Next(TempRepository repository, params string[] arguments) => ReleaseCommand.Run(repository.Path, ["version", "next", .. arguments]);

    private static JsonElement Json(TempRepository repository) => JsonDocument.Parse(Next(repository, "--json").Expect().Output).RootElement;

    private static (string Output, string Error) Said(ProgramRun run) => (run.Output, run.Error);

    /// <summary>Many commits on the main line at once.</summary>
    private static void Import(TempRepository repository, int count, Func<int, string> message)
    {
        var stream = new StringBuilder();
        var from = repository.Head;

        for (var number = 1; number <= count; number++)
        {
            var text = message(number);
            stream.Append($"commit refs/heads/main\nmark :{number}\ncommitter Ada <ada@example.test> {1800000000 + number} +0000\ndata {Encoding.UTF8.GetByteCount(text)}\n{text}\n");
            stream.Append(number == 1 ? $"from {from}\n" : "");
        }

        Assert.AreEqual(0, new GitProcess(repository.Path).Ask($"{stream}", ["fast-import", "--quiet"]).ExitCode);
    }
}
