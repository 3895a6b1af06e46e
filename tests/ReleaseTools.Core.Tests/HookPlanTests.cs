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
    public void What_is_added_to_a_hook_is_taken_out_again_byte_for_byte(string before)
    {
        var added = HookScript.AddTo(before);

        Assert.IsTrue(HookScript.Runs(added));
        Assert.AreEqual(before, HookScript.RemoveFrom(added));
    }

    [TestMethod]
    public void The_check_runs_before_what_others_do_since_they_may_exit()
    {
        var added = HookScript.AddTo("#!/bin/sh\nexit 0\n");

        StringAssert.StartsWith(added, "#!/bin/sh\n# >>> dotnet-release");
        StringAssert.EndsWith(added, "exit 0\n");
    }

    [TestMethod]
    [DataRow("#!/usr/bin/env python3\nprint(1)\n")]
    [DataRow("#!/usr/bin/env node\n")]
    [DataRow("MZ\0\0")]
    public void A_hook_in_another_language_is_left_alone(string text)
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => HookPlan.Install(Facts(".husky", "/r/.husky", text)));

        Assert.AreEqual("RT4041", stop.Diagnostics[0].Code);
    }

    [TestMethod]
    public void Hooks_of_all_the_users_repositories_are_left_alone()
    {
        var stop = Assert.ThrowsExactly<ReleaseException>(() => HookPlan.Install(Facts("/home/ada/hooks", "/home/ada/hooks") with { Scope = "global" }));

        Assert.AreEqual("RT4042", stop.Diagnostics[0].Code);
    }

    [TestMethod]
    public void Hooks_in_gits_own_folder_go_on_running()
    {
        var plan = HookPlan.Install(Facts(null, "/r/.git/hooks") with { Hooks = ["pre-push"] });

        Assert.AreEqual(Path.Combine("/r/.git/hooks", "commit-msg"), plan.File);
        Assert.IsNull(plan.HooksPath, "with core.hooksPath set, pre-push would run no more");
    }

    [TestMethod]
    public void Beside_husky_of_npm_the_hook_stands_where_its_generated_files_look() =>
        Assert.AreEqual(Path.Combine("/r/.husky", "commit-msg"), HookPlan.Install(Facts(".husky/_", "/r/.husky/_")).File);

    [TestMethod]
    public void Beside_husky_of_npm_a_hook_need_not_be_executable()
    {
        var facts = Facts(".husky/_", "/r/.husky/_") with { Scripts = new Dictionary<string, HookFile> { ["/r/.husky"] = new("npm test\n", IsOn: false) } };

        StringAssert.EndsWith(HookPlan.Install(facts).Text, "npm test\n");
    }

    private static HookFacts Facts(string? configured, string folder, string? script = null) => new()
    {
        ConfiguredPath = configured,
        Scope = configured is null ? "" : "local",
        Folder = folder,
        HuskyFolder = "/r/.husky",
        Hooks = script is null ? [] : ["commit-msg"],
        Scripts = script is null ? new Dictionary<string, HookFile>() : new() { [folder] = new(script) },
    };
}
