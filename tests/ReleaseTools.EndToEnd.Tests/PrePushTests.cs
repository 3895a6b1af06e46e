using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Real pushes to a real remote, through the hook that installing writes.</summary>
[TestClass]
public sealed class PrePushTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempRepository _repository;

    public PrePushTests()
    {
        _repository = new TempRepository(_folder, "work");
        _repository.Git("init", "--quiet", "--bare", "--initial-branch=main", _folder.At("remote.git"));
        _repository.Git("remote", "add", "origin", _folder.At("remote.git"));
        ReleaseCommand.Run(_repository.Path, "hooks", "install").Expect();
        _repository.Commit("feat: begin");
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Good_commits_and_a_release_tag_pass()
    {
        _repository.Git("tag", "v1.0.0");

        Push("main", "v1.0.0").Expect();
        Push("main").Expect();
    }

    [TestMethod]
    [DataRow("fixup! feat: begin", "RT4205")]
    [DataRow("squash! feat: begin", "RT4205")]
    [DataRow("amend! feat: begin", "RT4205")]
    [DataRow("fixup!begin", "RT4205")]
    [DataRow("squash!begin", "RT4205")]
    [DataRow("amend!begin", "RT4205")]
    [DataRow("added stuff", "RT4001")]
    public void A_commit_that_the_rules_refuse_stays_here(string message, string code)
    {
        Push("main").Expect();
        var wrong = _repository.Commit(message);

        var run = Push("main").Expect(1);

        StringAssert.Contains(run.Error, $"error {code}: ");
        StringAssert.Contains(run.Error, wrong[..7]);
    }

    [TestMethod]
    public void What_is_on_a_remote_already_is_not_judged_again_and_a_new_branch_brings_its_own_commits_only()
    {
        _repository.Commit("added long ago");
        Unchecked("main");
        _repository.Git("checkout", "--quiet", "-b", "topic");
        _repository.Commit("feat: add a topic");

        Push("topic").Expect();

        var wrong = _repository.Commit("more stuff");
        var run = Push("topic:refs/heads/other").Expect(1);
        StringAssert.StartsWith(run.Error, $"{wrong[..7]}(1,1): error RT4001: ");
        Assert.IsFalse(run.Error.Contains("added long ago", StringComparison.Ordinal), run.Error);
    }

    [TestMethod]
    public void A_forced_push_is_judged_by_what_it_brings_even_where_the_old_commits_are_not_here()
    {
        Push("main").Expect();
        var other = Clone("other");
        Write(other, "feat: somebody's work");
        ProgramRun.Run(other, _repository.Environment(), "git", "push", "--quiet", "origin", "main").Expect();
        _repository.Commit("fixup! feat: begin");

        StringAssert.Contains(Push("--force", "main").Expect(1).Error, "RT4205");

        _repository.Git("reset", "--quiet", "--hard", "HEAD~1");
        _repository.Commit("fix: begin better");
        Push("--force", "main").Expect();
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_tag_alone_brings_its_commits_too(bool isAnnotated)
    {
        Push("main").Expect();
        var wrong = _repository.Commit("added stuff");
        _repository.Git(isAnnotated ? ["tag", "--annotate", "--message", "1.0.0", "v1.0.0"] : ["tag", "v1.0.0"]);

        StringAssert.StartsWith(Push("v1.0.0").Expect(1).Error, $"{wrong[..7]}(1,1): error RT4001: ");

        Unchecked("main");
        Push("v1.0.0").Expect();
    }

    [TestMethod]
    [DataRow("v1.0.0", "HEAD:file")]
    [DataRow("v1.0.0", "HEAD^{tree}")]
    [DataRow("key", "HEAD:file")]
    [DataRow("key", "HEAD:file", "--annotate", "--message=signed")]
    public void A_tag_on_no_commit_is_no_release(string tag, string target, params string[] options)
    {
        _repository.Write("file", "x").Commit("feat: add a file");
        _repository.Git(["tag", .. options, tag, target]);
        StringAssert.Contains(Push(tag).Expect(1).Error, $"error RT4202: The tag '{tag}' is on no commit and names no release");

        _repository.Write("version.json", """{ "releaseTools": { "push": { "otherTags": "allow" } } }""").Commit("build: let tags pass");
        Push(tag).Expect();
    }

    [TestMethod]
    public void Deleting_a_branch_or_a_tag_passes()
    {
        _repository.Git("tag", "whatever");
        Unchecked("main", "main:topic", "whatever");

        Push(":topic").Expect();
        Push("--delete", "whatever").Expect();
    }

    [TestMethod]
    [DataRow("v1.2")]
    [DataRow("release-1.2.3")]
    [DataRow("v01.2.3")]
    [DataRow("nightly")]
    public void A_tag_that_names_no_release_stays_here_unless_the_settings_let_it_pass(string tag)
    {
        _repository.Git("tag", tag);
        StringAssert.Contains(Push(tag).Expect(1).Error, $"error RT4202: The tag '{tag}' names no release");

        _repository.Write("version.json", """{ "releaseTools": { "push": { "otherTags": "allow" } } }""").Commit("build: let tags pass");
        _repository.Git("tag", "--force", tag);
        Push(tag).Expect();
    }

    [TestMethod]
    [DataRow("v1.4.0", "v1.3.9", "behind the higher one", true)]
    [DataRow("v1.4.0", "v1.4.0-rc.1", "behind the higher one", true)]
    [DataRow("v1.4.0", "v1.4.1", "behind the higher one", false)]
    [DataRow("v1.4.0", "v1.3.1", "beside it", false)]
    [DataRow("v1.3.2", "v1.3.1", "beside it", true)]
    [DataRow("v1.3.2", "v1.3.1", "before it", false)]
    [DataRow("v1.4.0", "v1.4.0-rc.1", "on the same commit", false)]
    public void A_version_does_not_go_back_in_its_line(string there, string pushed, string place, bool isRefused)
    {
        var begin = _repository.Head;
        _repository.Commit("feat: go on");
        var higher = _repository.Head;
        _repository.Git("tag", there);
        Unchecked("main", there);

        switch (place)
        {
            case "behind the higher one":
                _repository.Commit("fix: one thing");
                break;
            case "beside it":
                _repository.Git("checkout", "--quiet", "-b", "hotfix", begin);
                _repository.Commit("fix: one thing");
                break;
            case "before it":
                _repository.Git("checkout", "--quiet", "--detach", begin);
                break;
        }

        _repository.Git("tag", pushed);
        var run = Push(pushed).Expect(isRefused ? 1 : 0);

        Assert.AreEqual(isRefused, run.Error.Contains($"error RT4203: The tag '{pushed}'", StringComparison.Ordinal), run.Error);
        Assert.AreEqual(isRefused, run.Error.Contains($"behind '{there}' on {higher[..7]}", StringComparison.Ordinal), run.Error);
    }

    [TestMethod]
    [DataRow("1.0.1")]
    [DataRow("v1.0.1+x")]
    public void A_version_that_another_commit_has_is_not_let_out_twice(string tag)
    {
        _repository.Git("tag", "v1.0.1");
        _repository.Git("tag", "v1.0.1+same");
        Push("main", "v1.0.1", "v1.0.1+same").Expect();
        var old = _repository.Head;
        _repository.Commit("fix: one thing");
        _repository.Git("tag", tag);

        StringAssert.Contains(Push(tag).Expect(1).Error, $"error RT4248: The tag '{tag}' on {_repository.Head[..7]} is the version that 'v1.0.1' on {old[..7]} is already");
    }

    [TestMethod]
    [DataRow("v1.0.9", true)]
    [DataRow("v1.0.0", false)]
    [DataRow("v1.1.0", false)]
    public void A_version_does_not_run_ahead_in_its_line(string tag, bool isRefused)
    {
        var begin = _repository.Head;
        _repository.Commit("fix: one thing");
        var later = _repository.Head;
        _repository.Git("tag", "v1.0.1");
        Unchecked("main", "v1.0.1");
        _repository.Git("tag", tag, begin);

        var run = Push(tag).Expect(isRefused ? 1 : 0);

        Assert.AreEqual(isRefused, run.Error.Contains($"error RT4249: The tag '{tag}' on {begin[..7]} is higher than 'v1.0.1' on {later[..7]}, which is built on it", StringComparison.Ordinal), run.Error);
    }

    [TestMethod]
    public void A_published_release_tag_stays_where_it_is()
    {
        _repository.Git("tag", "v1.0.0");
        Push("main", "v1.0.0").Expect();
        var published = _repository.Head;

        _repository.Git("tag", "--annotate", "--force", "--message", "1.0.0", "v1.0.0");
        Push("--force", "v1.0.0").Expect();

        _repository.Commit("fix: one thing");
        _repository.Git("tag", "--force", "v1.0.0");
        StringAssert.Contains(Push("--force", "v1.0.0").Expect(1).Error, $"error RT4247: The tag 'v1.0.0' is published on {published[..7]} and would be moved to {_repository.Head[..7]}");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // The git that counts is a script for a shell.
    public void Fifty_tags_are_looked_at_with_as_many_runs_of_git_as_one()
    {
        var git = _folder.Write("counting/git", $"#!/bin/sh\necho \"$*\" >>'{_folder.At("log")}'\nexec '{ProgramRun.Find("git")}' \"$@\"\n");

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(git, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        for (var i = 0; i < 50; i++)
        {
            _repository.Write("version.json", $$"""{ "version": "1.{{i}}" }""").Write($"web{i}/version.json", """{ "inherit": true }""").Commit("feat: go on");
            _repository.Git(i % 2 == 0 ? ["tag", $"v1.{i}.0"] : ["tag", "--annotate", "--message", "x", $"v1.{i}.0"]);
        }

        var one = Started("refs/tags/v1.1.0");

        Assert.AreEqual(one, Started("refs/tags/*"));
        Assert.IsLessThan(16, one);
    }

    private int Started(string tags)
    {
        File.WriteAllText(_folder.At("log"), "");
        var lines = _repository.Git("for-each-ref", $"--format=%(refname) %(objectname) %(refname) {new string('0', 40)}", tags);
        File.WriteAllText(_folder.At("lines"), lines + "\n");
        ProgramRun.Run(_repository.Path, new Dictionary<string, string?>(Variables()) { ["PATH"] = _folder.At("counting") + Path.PathSeparator + Variables()["PATH"] }, "sh", "-c", $"dotnet-release hooks pre-push <'{_folder.At("lines")}'").Expect();
        return File.ReadAllLines(_folder.At("log")).Length;
    }

    [TestMethod]
    public void A_lightweight_tag_stays_here_where_annotated_ones_are_asked_for()
    {
        _repository.Write("version.json", """{ "releaseTools": { "push": { "annotatedTags": true } } }""").Commit("build: ask for annotated tags");
        _repository.Git("tag", "v1.0.0");
        StringAssert.Contains(Push("v1.0.0").Expect(1).Error, "error RT4204: ");

        _repository.Git("tag", "--annotate", "--force", "--message", "1.0.0", "v1.0.0", "v1.0.0");
        Push("v1.0.0").Expect();
    }

    [TestMethod]
    public void Every_component_has_tags_of_its_own()
    {
        _repository.Write("version.json", """{ "releaseTools": { "tagPrefix": "v" } }""")
            .Write("web/version.json", """{ "releaseTools": { "tagPrefix": "web-v" } }""")
            .Write("api/version.json", """{ "version": "2.0", "release": { "tagName": "api/{version}" } }""").Commit("build: add components");
        _repository.Git("tag", "v9.0.0");
        _repository.Git("tag", "web-v1.5.0");
        Unchecked("main", "v9.0.0", "web-v1.5.0");
        _repository.Commit("fix: one thing");
        _repository.Git("tag", "web-v1.5.1");
        _repository.Git("tag", "api/2.0.1");
        Push("web-v1.5.1", "api/2.0.1").Expect();

        _repository.Git("tag", "web-v1.4.0");
        _repository.Git("tag", "docs-1.0.0");
        var run = Push("web-v1.4.0", "docs-1.0.0").Expect(1);

        StringAssert.Contains(run.Error, "error RT4203: The tag 'web-v1.4.0'");
        StringAssert.Contains(run.Error, "error RT4202: The tag 'docs-1.0.0' names no release of this repository, so it is not pushed. Name it as in 'v1.2.3' or 'api/1.2.3' or 'web-v1.2.3', or let such tags pass");
    }

    [TestMethod]
    public void Every_tag_is_held_against_the_settings_at_its_own_commit()
    {
        _repository.Write("version.json", """{ "releaseTools": { "tagPrefix": "a-" } }""").Commit("build: begin");
        _repository.Git("tag", "a-1.0.0");
        _repository.Write("version.json", """{ "releaseTools": { "tagPrefix": "b-" } }""").Write("web/app/version.json", """{ "releaseTools": { "tagPrefix": "web-" } }""").Commit("build: go on");
        _repository.Git("tag", "b-1.0.0");
        _repository.Git("tag", "web-1.0.0");
        _repository.Git("tag", "a-2.0.0");
        _repository.Git("rm", "--quiet", "-r", "version.json", "web");
        _repository.Commit("build: do without");
        _repository.Git("tag", "v1.0.0");
        _repository.Git("tag", "web-2.0.0");
        _repository.Commit("fix: nothing at all");
        _repository.Git("tag", "v1.1.0");
        Push("main").Expect();

        Push("v1.1.0", "v1.0.0", "b-1.0.0", "web-1.0.0", "a-1.0.0").Expect();
        var run = Push("a-2.0.0", "web-2.0.0").Expect(1);

        StringAssert.Contains(run.Error, "error RT4202: The tag 'a-2.0.0' names no release of this repository, so it is not pushed. Name it as in 'b-1.2.3' or 'web-1.2.3',");
        StringAssert.Contains(run.Error, "error RT4202: The tag 'web-2.0.0' names no release of this repository, so it is not pushed. Name it as in 'v1.2.3',");
    }

    [TestMethod]
    public void Notes_follow_rules_of_their_own()
    {
        _repository.Git("notes", "add", "--message", "seen");

        Push("refs/notes/commits").Expect();
    }

    [TestMethod]
    public void A_shallow_clone_judges_what_was_made_in_it()
    {
        _repository.Commit("added long ago");
        Unchecked("main");
        var clone = Clone("shallow", "--depth=1");
        ReleaseCommand.Run(clone, "hooks", "install").Expect();
        Write(clone, "feat: go on");
        ProgramRun.Run(clone, Variables(), "git", "push", "--quiet", "origin", "HEAD:refs/heads/topic").Expect();

        Write(clone, "more stuff");
        ProgramRun.Run(clone, Variables(), "git", "push", "--quiet", "origin", "HEAD:refs/heads/topic").Expect(1);
    }

    [TestMethod]
    public void HUSKY_0_goes_past_the_check()
    {
        _repository.Commit("added stuff");

        ProgramRun.Run(_repository.Path, new Dictionary<string, string?>(Variables()) { ["HUSKY"] = "0" }, "git", "push", "--quiet", "origin", "main").Expect();
    }

    [TestMethod]
    public void A_history_without_rules_is_told_in_short()
    {
        for (var i = 0; i < 25; i++)
        {
            _repository.Commit($"stuff {i}");
        }

        var run = Push("main").Expect(1);

        Assert.AreEqual(20, run.Error.Split("error RT4001").Length - 1);
        StringAssert.Contains(run.Error, "… and 5 more.");
    }

    [TestMethod]
    public void What_git_does_not_say_is_refused_with_a_code()
    {
        StringAssert.Contains(ReleaseCommand.RunWithInput(_repository.Path, "one two\n", "hooks", "pre-push").Expect(2).Error, "error RT4201: ");
        ReleaseCommand.RunWithInput(_repository.Path, "\n", "hooks", "pre-push", "origin", "url").Expect();
    }

    [TestMethod]
    public void The_answer_can_be_had_as_JSON()
    {
        _repository.Git("tag", "nightly");

        var run = ReleaseCommand.RunWithInput(_repository.Path, $"refs/tags/nightly {_repository.Head} refs/tags/nightly {new string('0', 40)}\n", "hooks", "pre-push", "--json").Expect(1);

        StringAssert.Contains(run.Output, "\"code\": \"RT4202\"");
    }

    private string Clone(string name, params string[] options)
    {
        _repository.Git(["clone", "--quiet", .. options, "file://" + _folder.At("remote.git"), _folder.At(name)]);
        return _folder.At(name);
    }

    private void Write(string clone, string message) =>
        ProgramRun.Run(clone, _repository.Environment(), "git", "commit", "--quiet", "--no-verify", "--allow-empty", "--message", message).Expect();

    private void Unchecked(params string[] refs) => _repository.Git(["push", "--quiet", "--no-verify", "origin", .. refs]);

    private ProgramRun Push(params string[] refs) => ProgramRun.Run(_repository.Path, Variables(), "git", ["push", "--quiet", "origin", .. refs]);

    private Dictionary<string, string?> Variables() => new(_repository.Environment())
    {
        ["PATH"] = Path.GetDirectoryName(BuiltTool.Path) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
        ["HUSKY"] = null,
    };
}
