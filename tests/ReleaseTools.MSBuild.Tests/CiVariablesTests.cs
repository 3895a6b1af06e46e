using System.Text.RegularExpressions;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Real builds as a CI host runs them.</summary>
[TestClass]
public sealed class CiVariablesTests
{
    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)] // A branch is a file there too, and files have no such names.
    public void A_build_of_several_projects_on_several_nodes_tells_the_host_once()
    {
        const string Branch = "fix;$(Secret)@(Compile)%0A%3b%253b;RELEASE_EVIL=1;'x'";
        using var sample = new SampleSolution()
            .Write("version.json", """{ "version": "1.4", "cloudBuild": { "setAllVariables": true } }""")
            .Project("A").Project("B").Project("C")
            .Write("All.proj", """
                <Project>
                  <Target Name="Build"><MSBuild Projects="A/A.csproj;B/B.csproj;C/C.csproj" BuildInParallel="true" /></Target>
                </Project>
                """)
            .Commit();
        sample.Repository!.Git("switch", "--quiet", "--create", Branch);

        foreach (var project in new[] { "A", "B", "C" })
        {
            sample.Dotnet("restore", project, "-nologo").Expect();
        }

        Run(sample, "build", "All.proj", "--no-restore", "-maxCpuCount:2", "-p:ReleaseToolsCiVariables=true").Expect();

        var entries = File.ReadAllText(sample.At("out/env")).TrimEnd('\n').Split('\n').Chunk(3).ToDictionary(entry => entry[0].Split("<<")[0], entry => entry[1]);
        Assert.HasCount(36, entries, "each once");
        Assert.AreEqual($"refs/heads/{Branch}", entries["NBGV_BuildingRef"]);
        Assert.AreEqual(sample.Version("SemVer2"), entries["RELEASE_VERSION"]);
        Assert.AreEqual(sample.Version("Version"), entries["GitBuildVersion"]);
    }

    [TestMethod]
    [DataRow("", 3, DisplayName = "as nbgv does")]
    [DataRow("-p:ReleaseToolsCiVariables=false", 0)]
    [DataRow("-p:NBGV_SetCloudBuildVersionVars=false", 0)]
    [DataRow("-p:ReleaseToolsEnabled=false", 0)]
    [DataRow("-p:Version=1.2.3", 0, DisplayName = "of a version that was given there is nothing to tell")]
    public void What_nbgv_would_set_is_set_unless_it_is_turned_off(string argument, int count)
    {
        using var sample = new SampleSolution().Project("A").Commit();

        Run(sample, ["build", "A", "-nologo", .. argument.Length > 0 ? [argument] : Array.Empty<string>()]).Expect();

        Assert.AreEqual(count * 3, File.Exists(sample.At("out/env")) ? File.ReadAllLines(sample.At("out/env")).Length : 0);
    }

    [TestMethod]
    [DataRow("", false)]
    [DataRow("-p:ReleaseToolsCiVariables=true", true)]
    public void A_file_in_the_checked_out_folder_is_written_only_where_that_is_asked_for(string argument, bool isWritten)
    {
        using var sample = new SampleSolution().Project("A").Commit();
        var environment = new Dictionary<string, string?>(DotnetCommand.Environment) { ["GITLAB_CI"] = "true", ["CI_PROJECT_DIR"] = sample.Folder };

        ProgramRun.Run(sample.Folder, environment, "dotnet", ["build", "A", "-nologo", "-nodeReuse:false", .. argument.Length > 0 ? [argument] : Array.Empty<string>()]).Expect();

        Assert.AreEqual(isWritten, File.Exists(sample.At("release.env")));
    }

    [TestMethod]
    [DataRow("GITHUB_ACTIONS", "GITHUB_ENV", "env")]
    [DataRow("GITLAB_CI", "CI_PROJECT_DIR", "")]
    public void A_place_that_cannot_be_written_is_told_and_breaks_no_build(string host, string place, string file)
    {
        using var sample = new SampleSolution().Project("A").Commit();
        var environment = new Dictionary<string, string?>(DotnetCommand.Environment) { [host] = "true", [place] = sample.At($"version.json/{file}") };

        var run = ProgramRun.Run(sample.Folder, environment, "dotnet", ["build", "A", "-nologo", "-nodeReuse:false", "-warnAsError", "-p:ReleaseToolsCiVariables=true"]).Expect();

        StringAssert.Contains(run.Output, "RT0101: The disk does not allow it");
    }

    [TestMethod]
    [DataRow("a\nRELEASE_EVIL=1", DisplayName = "a line of its own")]
    [DataRow("a;RELEASE_EVIL=1\n%3bRELEASE_EVIL=1%0ARELEASE_EVIL=1", DisplayName = "every separator")]
    public void A_ref_of_many_lines_sets_no_other_variable(string name)
    {
        using var sample = new SampleSolution().Write("version.json", """{ "version": "1.4", "cloudBuild": { "setAllVariables": true } }""").Project("A").Commit();
        Directory.CreateDirectory(sample.At("out"));
        var environment = new Dictionary<string, string?>(DotnetCommand.Environment)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ENV"] = sample.At("out/env"),
            ["GITHUB_REF"] = $"refs/heads/{name}",
            ["GITHUB_SHA"] = sample.Repository!.Head,
        };

        var run = ProgramRun.Run(sample.Folder, environment, "dotnet", ["build", "A", "-nologo", "-nodeReuse:false", "-p:ReleaseToolsCiVariables=true"]).Expect();

        var text = File.ReadAllText(sample.At("out/env"));
        Assert.IsFalse(text.Contains("RELEASE_EVIL<<", StringComparison.Ordinal), run.All + text);
        StringAssert.Matches(text, new($"(?:^|\n)NBGV_BuildingRef<<(release_\\w+)\n{Regex.Escape($"refs/heads/{name}")}\n\\1\n"));
    }

    [TestMethod]
    public void A_build_number_reaches_the_log_as_a_command()
    {
        using var sample = new SampleSolution().Write("version.json", """{ "version": "1.4", "cloudBuild": { "setVersionVariables": false, "buildNumber": { "enabled": true } } }""").Project("A").Commit();

        var run = ProgramRun.Run(sample.Folder, new Dictionary<string, string?>(DotnetCommand.Environment) { ["SYSTEM_TEAMPROJECTID"] = "1" }, "dotnet", ["build", "A", "-nologo", "-nodeReuse:false"]).Expect();

        Assert.HasCount(1, run.Output.Split('\n').Where(line => line.Trim() == $"##vso[build.updatebuildnumber]{sample.Version("CloudBuildNumber")}").ToArray(), run.All);
        Assert.IsFalse(run.Output.Contains("task.setvariable", StringComparison.Ordinal), run.All);
    }

    private static ProgramRun Run(SampleSolution sample, params IEnumerable<string> arguments)
    {
        Directory.CreateDirectory(sample.At("out"));
        var environment = new Dictionary<string, string?>(DotnetCommand.Environment) { ["GITHUB_ACTIONS"] = "true", ["GITHUB_ENV"] = sample.At("out/env"), ["GITHUB_OUTPUT"] = sample.At("out/output") };
        return ProgramRun.Run(sample.Folder, environment, "dotnet", [.. arguments, "-nodeReuse:false"]);
    }
}
