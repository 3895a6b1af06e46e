using System.Text.Json;
using ReleaseTools.Testing;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class LintCommandTests
{
    [TestMethod]
    public void A_message_is_taken_from_the_command_line_or_from_standard_input()
    {
        using var folder = new TempFolder();

        Assert.AreEqual("", ReleaseCommand.Run(folder.Path, "lint", "--message", "feat: add search").Expect().Error);
        StringAssert.StartsWith(ReleaseCommand.RunWithInput(folder.Path, "Feat: add search\n", "lint").Expect(1).Error, "stdin(1,1): error RT4002: ");
    }

    [TestMethod]
    public void What_comes_through_a_pipe_is_UTF_8_in_every_locale()
    {
        using var repository = new TempRepository();
        repository.Commit("feat: ünï");
        var variables = new Dictionary<string, string?>(repository.Environment()) { ["LC_ALL"] = "en_US.ISO-8859-1" };

        var run = ProgramRun.Run(repository.Path, variables, "sh", "-c", "git log -1 --encoding=UTF-8 --format=%B | \"$0\" lint --json", BuiltTool.Path).Expect();

        StringAssert.Contains(run.Output, "\"header\": \"feat: ünï\"");
    }

    [TestMethod]
    public void Every_commit_of_a_range_is_checked_and_named()
    {
        using var repository = new TempRepository();
        var start = repository.Commit("before the range");
        var wrong = repository.Commit("added stuff");
        repository.Commit("feat: add stuff");

        var run = ReleaseCommand.Run(repository.Path, "lint", "--from", start).Expect(1);

        StringAssert.StartsWith(run.Error, $"{wrong[..7]}(1,1): error RT4001: ");
        Assert.IsFalse(run.Error.Contains(start[..7], StringComparison.Ordinal), run.All);
    }

    [TestMethod]
    public void The_answer_can_be_had_as_JSON()
    {
        using var folder = new TempFolder();

        var answer = JsonDocument.Parse(ReleaseCommand.Run(folder.Path, "lint", "--json", "--message", "Feature: add x").Expect(1).Output).RootElement;

        var message = answer.GetProperty("messages")[0];
        Assert.IsFalse(answer.GetProperty("valid").GetBoolean());
        Assert.AreEqual("feat: add x", message.GetProperty("corrected").GetString());
        Assert.AreEqual("type-case", message.GetProperty("rules")[0].GetString());
        Assert.AreEqual("RT4002", message.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [TestMethod]
    [DataRow("RT4020", "lint", "--message", " ")]
    [DataRow("RT4021", "lint", "--message", "feat: x", "--from", "HEAD")]
    [DataRow("RT4022", "lint", "--edit", "nowhere")]
    [DataRow("RT2110", "lint", "--message", "feat: x", "--config", "nowhere.json")]
    [DataRow("RT4140", "lint", "--message", "feat: x", "--format", "x")]
    [DataRow("RT1005", "lint", "--from", "--output=x")]
    [DataRow("RT4030", "changelog", "v1.0.0")]
    [DataRow("RT4030", "changelog", "a...b")]
    [DataRow("RT4031", "changelog")]
    [DataRow("RT1005", "changelog", "nowhere..")]
    [DataRow("RT1005", "changelog", "HEAD..-x")]
    [DataRow("RT4033", "changelog", "--unreleased", "--format", "x")]
    public void What_cannot_be_understood_has_a_code_and_exit_2(string code, params string[] arguments)
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, arguments).Expect(2).Error, $"error {code}: ");
    }

    [TestMethod]
    [DataRow("text")]
    [DataRow("commitlint")]
    public void Nothing_a_message_says_reaches_the_log_as_a_command(string format)
    {
        using var folder = new TempFolder();
        const string message = "::set-output name=x::\e[2J##vso[x]\u202Ey\n\n::error::body\n  ::add-mask::x\n##[group]\n<script>alert(1)</script>\n\nCloses: #1\e]0;title\a";

        var run = ReleaseCommand.Run(folder.Path, "lint", "--format", format, "--message", message).Expect(1);
        var said = run.Output + run.Error;

        Assert.AreEqual("", string.Join('\n', said.Split('\n').Where(line => HarmlessText.Line(line) != line)));
        Assert.IsFalse(said.Contains('\e') || said.Contains('\u202E') || said.Contains("##vso[", StringComparison.Ordinal), said);
    }

    [TestMethod]
    public void What_a_configuration_names_reaches_the_log_as_text()
    {
        using var folder = new TempFolder();
        folder.Write("rules.json", """{ "rules": { "type-enum": [2, "always", ["\u001b[2J##vso[x]"]], "trailer-exists": [2, "always", "::error::x"] }, "helpUrl": "\u001b[2J" }""");

        foreach (var format in new[] { "text", "commitlint" })
        {
            var run = ReleaseCommand.Run(folder.Path, "lint", "--config", "rules.json", "--format", format, "--message", "feat: x").Expect(1);
            var said = run.Output + run.Error;

            StringAssert.Contains(said, "\u241B");
            Assert.AreEqual("", string.Join('\n', said.Split('\n').Where(line => HarmlessText.Line(line) != line)));
        }
    }

    [TestMethod]
    public void The_rules_of_the_repository_hold_and_those_that_are_named_instead()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.0", "releaseTools": { "commits": { "rules": { "scope-empty": [2, "never"] } } } }""");
        repository.Write("rules.yaml", "extends: '@commitlint/config-angular'\nrules:\n  references-empty: [1, never]\n");

        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "lint", "--message", "feat: add").Expect(1).Error, "message(1,5): error RT4105: ");
        Assert.AreEqual("", ReleaseCommand.Run(repository.Path, "lint", "--message", "feat(api): add").Expect().Error);
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "lint", "--config", "rules.yaml", "--message", "feat!: add").Expect(1).Error, "message(1,5): error RT4124: ");
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "lint", "--config", "rules.yaml", "--message", "feat: add").Expect().Error, "warning RT4120: ");
    }

    [TestMethod]
    public void The_corrected_line_follows_the_rules_of_the_repository()
    {
        using var folder = new TempFolder();
        folder.Write(".commitlintrc.json", """{ "extends": ["@commitlint/config-conventional"], "rules": { "type-enum": [2, "always", ["docs"]], "body-empty": [2, "never"] } }""");

        StringAssert.Contains(ReleaseCommand.Run(folder.Path, "lint", "--message", "Documentation: Explain.").Expect(1).Error, "| docs: explain   <- like this");
        Assert.IsFalse(ReleaseCommand.Run(folder.Path, "lint", "--message", "Feature: Explain.").Expect(1).Error.Contains("like this", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_configuration_does_not_keep_a_version_from_being_worked_out()
    {
        using var repository = new TempRepository();
        repository.Write("version.json", """{ "version": "1.0", "releaseTools": { "commits": { "rules": { "nonsense": 1 } } } }""");
        repository.Commit("feat: begin");

        ReleaseCommand.Run(repository.Path, "version").Expect();
        StringAssert.Contains(ReleaseCommand.Run(repository.Path, "lint", "--message", "feat: x").Expect(2).Error, "version.json(1,63): error RT2102: ");
    }

    [TestMethod]
    public void A_message_that_begins_with_an_at_sign_is_a_message()
    {
        using var folder = new TempFolder();
        folder.Write("options", "feat: add\n--edit\n/etc/hostname\n");

        Assert.AreEqual(1, ReleaseCommand.Run(folder.Path, "lint", "--message", "@options").ExitCode);
    }

    [TestMethod]
    [DataRow("changelog", "::error::x\e[2J##teamcity[x]..HEAD")]
    [DataRow("::error::\e[2J##vso[x]")]
    [DataRow("stamp", "::error::\e[2J##[x]")]
    public void Nothing_a_command_line_says_reaches_the_log_as_a_command(params string[] arguments)
    {
        using var repository = new TempRepository();
        repository.Commit("feat: begin");

        var error = ReleaseCommand.Run(repository.Path, arguments).Error;

        StringAssert.Contains(error, "\u241B");
        Assert.AreEqual("", string.Join('\n', error.Split('\n').Where(line => HarmlessText.Line(line) != line)));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_hook_starts_no_git_where_nobody_changed_how_git_cleans_up_and_one_where_somebody_did()
    {
        using var repository = new TempRepository();
        repository.Write("COMMIT_EDITMSG", "feat: add\n# a hint\n").Write("bin/git", "#!/bin/sh\necho run >> runs\nexec \"$REAL_GIT\" \"$@\"\n");

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(repository.Path, "bin", "git"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var variables = new Dictionary<string, string?>(repository.Environment()) { ["PATH"] = Path.Combine(repository.Path, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"), ["REAL_GIT"] = ProgramRun.Find("git") };
        var runs = Path.Combine(repository.Path, "runs");

        BuiltTool.Run(repository.Path, variables, "lint", "--edit", "COMMIT_EDITMSG").Expect();
        Assert.IsFalse(File.Exists(runs));

        repository.Git("config", "core.commentChar", ";");
        BuiltTool.Run(repository.Path, variables, "lint", "--edit", "COMMIT_EDITMSG");
        Assert.AreEqual("run\n", File.ReadAllText(runs));

        // As 'git -c' hands it to a hook.
        repository.Git("config", "--unset", "core.commentChar");
        variables["GIT_CONFIG_PARAMETERS"] = "'commit.cleanup=verbatim'";
        BuiltTool.Run(repository.Path, variables, "lint", "--edit", "COMMIT_EDITMSG");
        Assert.AreEqual("run\nrun\n", File.ReadAllText(runs));
    }

    [TestMethod]
    public void A_hook_waits_for_no_library_it_does_not_need()
    {
        using var folder = new TempFolder();
        var built = Path.GetDirectoryName(BuiltTool.Path)!;

        // Without dotnet-release.deps.json the program finds what lies beside it, and the table and YAML libraries do not.
        foreach (var name in new[] { Path.GetFileName(BuiltTool.Path), "dotnet-release.dll", "dotnet-release.runtimeconfig.json", "ReleaseTools.Core.dll", "ReleaseTools.Adapters.dll", "System.CommandLine.dll" })
        {
            File.Copy(Path.Combine(built, name), folder.At(Path.Combine("tool", name)));
        }

        folder.Write("COMMIT_EDITMSG", "added stuff\n");
        folder.Write("version.json", """{ "version": "1.0" }""");
        folder.Write("package.json", """{ "name": "x" }""");
        folder.Write(".commitlintrc", """{ "extends": "@commitlint/config-angular" }""");

        var run = ProgramRun.Run(folder.Path, CleanEnvironment.Variables, Path.Combine(folder.Path, "tool", Path.GetFileName(BuiltTool.Path)), "lint", "--edit", "COMMIT_EDITMSG").Expect(1);

        StringAssert.Contains(run.Error, "feat: added stuff");
    }
}
