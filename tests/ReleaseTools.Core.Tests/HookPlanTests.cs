using ReleaseTools.Diagnostics;
using ReleaseTools.Hooks;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class HookPlanTests
{
    [TestMethod]
    [DataRow("#!/bin/sh\nexit 0\n")]
    [DataRow("npx commitlint --edit \"$1\"\n")]
    [DataRow("#!/usr/bin/env bash\n# comment\n\necho 'ünï'")]
    [DataRow("")]
    [DataRow("#!/bin/sh\n")]
    public void What_is_added_to_a_hook_is_taken_out_again_byte_for_byte(string before)
    {
        foreach (var script in GitHook.All.Select(hook => new HookScript(hook)))
        {
            var added = script.AddTo(before);

            Assert.IsTrue(script.Runs(added));
            Assert.AreEqual(before, script.RemoveFrom(added));
        }
    }

    [TestMethod]
    public void Of_a_hook_that_does_nothing_else_nothing_is_left()
    {
        foreach (var script in GitHook.All.Select(hook => new HookScript(hook)))
        {
            Assert.IsNull(script.RemoveFrom(script.Own));
        }
    }

    [TestMethod]
    public void The_lines_of_an_earlier_version_are_renewed_in_their_place()
    {
        foreach (var script in GitHook.All.Select(hook => new HookScript(hook)))
        {
            var added = script.AddTo("#!/bin/sh\nexit 0\n");

            Assert.AreEqual(added, script.Renew(added.Replace("/usr/local/bin", "/opt", StringComparison.Ordinal)));
            Assert.AreEqual(script.Own, script.Renew(script.Own.Replace("/usr/local/bin", "/opt", StringComparison.Ordinal)));
            Assert.AreEqual("dotnet-release by hand\n", script.Renew("dotnet-release by hand\n"));
        }
    }

    [TestMethod]
    public void The_check_runs_before_what_others_do_since_they_may_exit()
    {
        var added = new HookScript(GitHook.CommitMessage).AddTo("#!/bin/sh\nexit 0\n");

        StringAssert.StartsWith(added, "#!/bin/sh\n# >>> dotnet-release");
        StringAssert.EndsWith(added, "exit 0\n");
    }

    [TestMethod]
    [DataRow("#!/usr/bin/env python3\nprint(1)\n")]
    [DataRow("#!/usr/bin/env node\n")]
    [DataRow("MZ\0\0")]
    public void A_hook_in_another_language_is_left_alone(string text)
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => HookPlan.Install(Facts(".husky", "/r/.husky", text), GitHook.All));

        Assert.AreEqual("RT4041", stop.Diagnostics[0].Code);
    }

    [TestMethod]
    public void Hooks_of_all_the_users_repositories_are_left_alone()
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => HookPlan.Install(Facts("/home/ada/hooks", "/home/ada/hooks") with { Scope = "global" }, GitHook.All));

        Assert.AreEqual("RT4042", stop.Diagnostics[0].Code);
    }

    [TestMethod]
    public void Hooks_in_gits_own_folder_go_on_running()
    {
        var plan = HookPlan.Install(Facts(null, "/r/.git/hooks") with { Hooks = ["post-commit"] }, GitHook.All);

        Assert.AreEqual(Path.Combine("/r/.git/hooks", "commit-msg"), plan.Files[0].File);
        Assert.IsNull(plan.HooksPath, "with core.hooksPath set, post-commit would run no more");
    }

    [TestMethod]
    public void Beside_husky_of_npm_the_hook_stands_where_its_generated_files_look() =>
        Assert.AreEqual(Path.Combine("/r/.husky", "commit-msg"), HookPlan.Install(Facts(".husky/_", "/r/.husky/_") with { StartedFolder = "/r/.husky" }, GitHook.All).Files[0].File);

    [TestMethod]
    public void Beside_husky_of_npm_a_hook_need_not_be_executable()
    {
        var facts = Facts(".husky/_", "/r/.husky/_") with { StartedFolder = "/r/.husky", Scripts = new Dictionary<string, HookFile> { ["/r/.husky/commit-msg"] = new("npm test\n", IsOn: false) } };

        StringAssert.EndsWith(HookPlan.Install(facts, GitHook.All).Files[0].Text, "npm test\n");
    }

    [TestMethod]
    public void A_setting_that_somebody_else_made_is_never_unset()
    {
        var ours = Facts(".husky", "/r/.husky") with { IsSettingOurs = true };

        Assert.AreEqual("", HookPlan.Uninstall(ours).HooksPath);
        Assert.IsNull(HookPlan.Uninstall(ours with { IsSettingOurs = false }).HooksPath);
        Assert.IsNull(HookPlan.Uninstall(ours with { Hooks = ["commit-msg", "pre-commit"] }).HooksPath);
    }

    private static HookFacts Facts(string? configured, string folder, string? script = null) => new()
    {
        ConfiguredPath = configured,
        Scope = configured is null ? "" : "local",
        Folder = folder,
        HuskyFolder = "/r/.husky",
        Hooks = script is null ? [] : ["commit-msg"],
        Scripts = script is null ? new Dictionary<string, HookFile>() : new() { [$"{folder}/commit-msg"] = new(script) },
    };
}
