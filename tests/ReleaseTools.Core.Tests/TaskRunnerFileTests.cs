using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks.Tasks;
using ReleaseTools.Text;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class TaskRunnerFileTests
{
    [TestMethod]
    public void A_file_of_Husky_Net_is_read_as_it_is()
    {
        var file = Parse("""
            {
              // comments and trailing commas are welcome
              "$schema": "https://alirezanet.github.io/Husky.Net/schema.json",
              "variables": [ { "name": "Mine", "command": "git", "args": [ "diff" ], "staged": true } ],
              "tasks": [
                {
                  "Name": "format", "group": "pre-commit", "branch": "^main$", "command": "dotnet", "args": [ "format", 3, true ],
                  "pathMode": "Absolute", "cwd": "src", "output": "verbose", "include": [ "**/*.cs" ], "exclude": [ "**/*.g.cs" ],
                  "filteringRule": "staged", "somethingElse": {}, "windows": { "command": "dotnet.exe", "args": [ "x" ] },
                },
                { "command": "echo" },
              ],
            }
            """);

        var task = file.Tasks[0];
        Assert.AreEqual(("format", "pre-commit", "^main$", "dotnet", "src"), (task.Name, task.Group, task.Branch, task.Command, task.Cwd));
        CollectionAssert.AreEqual(new[] { "format", "3", "true" }, task.Args.Select(text => text.ToLowerInvariant()).ToArray());
        Assert.IsTrue(task is { IsAbsolute: true, Output: TaskOutput.Verbose, NeedsStagedFile: true });
        Assert.AreEqual("**/*.cs", task.Files.Include.Single());
        Assert.AreEqual("**/*.g.cs", task.Files.Exclude.Single());
        Assert.AreEqual("echo", file.Tasks[1].Name, "its command names a task without a name");
        Assert.IsTrue(file.Variables.Single() is { Name: "Mine", Command: "git", IsStaged: true });
    }

    [TestMethod]
    public void On_Windows_what_is_said_of_it_goes_over_the_rest()
    {
        const string text = """{ "tasks": [ { "name": "a", "command": "bash", "args": [ "x" ], "windows": { "command": "cmd", "output": "never" } } ] }""";

        Assert.AreEqual("bash", Parse(text).Tasks[0].Command);
        var task = TaskRunnerFile.Parse(SourceText.From("task-runner.json", text), isWindows: true).Tasks[0];
        Assert.IsTrue(task is { Name: "a", Command: "cmd", Output: TaskOutput.Never } && task.Args is ["x"]);
    }

    [TestMethod]
    [DataRow("{", "RT4210", "task-runner.json(1,2)")]
    [DataRow("[]", "RT4211", "task-runner.json(1,1)")]
    [DataRow("{ \"tasks\": {} }", "RT4211", "task-runner.json(1,12)")]
    [DataRow("{ \"tasks\": [\n  { \"args\": \"x\" } ] }", "RT4211", "task-runner.json(2,13)")]
    [DataRow("{ \"tasks\": [ { \"output\": \"loud\" } ] }", "RT4211", "task-runner.json(1,26)")]
    public void What_is_wrong_has_a_place(string text, string code, string place)
    {
        var diagnostic = Assert.ThrowsExactly<ReleaseException>(() => Parse(text)).Diagnostics[0];

        Assert.AreEqual(code, diagnostic.Code);
        Assert.AreEqual(place, diagnostic.Spot!.ToString());
    }

    [TestMethod]
    [DataRow("${staged}", new[] { "a.cs", "b.cs" })]
    [DataRow(" ${STAGED} ", new[] { "a.cs", "b.cs" })]
    [DataRow("--files=${staged:;}", new[] { "--files=a.cs;b.cs" })]
    [DataRow("${args}", new[] { "one", "two" })]
    [DataRow("--message=${args}!", new[] { "--message=one two!" })]
    [DataRow("plain", new[] { "plain" })]
    public void Variables_stand_for_files_and_arguments(string argument, string[] expected)
    {
        var expanded = Expand([argument], ["one", "two"], "a.cs", "b.cs");

        CollectionAssert.AreEqual(expected, TaskFileList.Join(expanded!.Value).ToArray());
    }

    [TestMethod]
    public void A_task_for_files_does_not_run_without_them()
    {
        Assert.IsNull(Expand(["format", "${staged}"], []));
        Assert.IsNull(Expand(["format", "${nobody-knows}"], [], "a.cs"));
        Assert.AreEqual(1, Expand(["format"], [])!.Value.Length);
    }

    [TestMethod]
    public void Files_may_be_absolute()
    {
        var task = new HookTask(new SourceSpot("x", 1, 1)) { Command = "x", Args = ["${staged}"], IsAbsolute = true };

        var expanded = new TaskArguments(task, [], _ => (["src/a.cs"], true), Path.GetFullPath("/repo")).Expand();

        Assert.AreEqual(Path.GetFullPath("/repo/src/a.cs"), expanded!.Value.Single().Text);
    }

    [TestMethod]
    public void A_branch_pattern_may_look_ahead_and_may_be_wrong()
    {
        var task = new HookTask(new SourceSpot("task-runner.json", 3, 5)) { Branch = "^(?!main$).*" };

        Assert.IsTrue(BranchPattern.IsFor(task, "topic"));
        Assert.IsFalse(BranchPattern.IsFor(task, "main"));
        Assert.AreEqual("RT4215", Assert.ThrowsExactly<ReleaseException>(() => BranchPattern.IsFor(task with { Branch = "(" }, "main")).Diagnostics[0].Code);
    }

    private static System.Collections.Immutable.ImmutableArray<TaskArgument>? Expand(string[] args, string[] given, params string[] staged) =>
        new TaskArguments(new HookTask(new SourceSpot("x", 1, 1)) { Command = "x", Args = [.. args] }, given, variable => variable.Equals("staged", StringComparison.OrdinalIgnoreCase) ? (staged, true) : null, "/").Expand();

    private static TaskRunnerFile Parse(string text) => TaskRunnerFile.Parse(SourceText.From("task-runner.json", text), isWindows: false);
}
