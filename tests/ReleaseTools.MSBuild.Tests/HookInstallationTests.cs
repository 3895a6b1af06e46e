using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Hooks that a build installs, where a repository asks for it.</summary>
[TestClass]
public sealed class HookInstallationTests
{
    private const string Asked = "-p:ReleaseToolsInstallHooks=true";

    /// <summary>The tests may run in a container; this says that people develop in it.</summary>
    private static readonly Dictionary<string, string?> AtADesk = new() { ["REMOTE_CONTAINERS"] = "true", ["HUSKY"] = null };

    [TestMethod]
    public void Builds_of_twenty_projects_at_once_install_once()
    {
        using var sample = new SampleSolution();
        string[] projects = [.. Enumerable.Range(0, 20).Select(i => $"P{i}")];

        foreach (var project in projects)
        {
            sample.Project(project);
        }

        sample.Write("All.proj", $"""
            <Project>
              <Target Name="Restore"><MSBuild Projects="{string.Join(';', projects.Select(project => $"{project}/{project}.csproj"))}" Targets="Restore" BuildInParallel="true" /></Target>
              <Target Name="Prepare"><MSBuild Projects="{string.Join(';', projects.Select(project => $"{project}/{project}.csproj"))}" Targets="PrepareForBuild" BuildInParallel="true" /></Target>
            </Project>
            """).Commit();

        var first = sample.Dotnet(AtADesk, "msbuild", "All.proj", "-target:Restore", "-maxCpuCount:8", "-nologo", Asked).Expect();
        Assert.IsFalse(Hook(sample), "while it restores MSBuild knows no package");

        var second = sample.Dotnet(AtADesk, "msbuild", "All.proj", "-target:Prepare", "-maxCpuCount:8", "-nologo", Asked).Expect();
        var third = sample.Dotnet(AtADesk, "msbuild", "All.proj", "-target:Prepare", "-maxCpuCount:8", "-nologo", Asked).Expect();

        Assert.IsTrue(Hook(sample));
        Assert.AreEqual(".husky", sample.Repository!.Git("config", "--get-all", "core.hooksPath"));
        Assert.AreEqual(1, second.Output.Split("git now checks").Length - 1, second.All);
        Assert.IsFalse((first.Output + third.Output).Contains("git now checks", StringComparison.Ordinal));
    }

    [TestMethod]
    public void The_first_build_installs_and_what_a_user_took_out_stays_out()
    {
        using var sample = new SampleSolution().Project("A", "<PropertyGroup><ReleaseToolsInstallHooks>true</ReleaseToolsInstallHooks></PropertyGroup>").Commit();

        sample.Dotnet(AtADesk, "build", "A", "-nologo").Expect();
        Assert.IsTrue(Hook(sample));

        ReleaseCommand.Run(sample.Folder, "hooks", "uninstall").Expect();
        sample.Dotnet(AtADesk, "build", "A", "-nologo").Expect();
        Assert.IsFalse(Hook(sample));
    }

    [TestMethod]
    [DataRow("CI", "true", "")]
    [DataRow("TF_BUILD", "True", "")]
    [DataRow("HUSKY", "0", "")]
    [DataRow("REMOTE_CONTAINERS", null, "", DisplayName = "in a container")]
    [DataRow("DOTNET_NOLOGO", "1", "-p:ReleaseToolsEnabled=false")]
    [DataRow("DOTNET_NOLOGO", "1", "-p:DesignTimeBuild=true")]
    [DataRow("DOTNET_NOLOGO", "1", "-p:ContinuousIntegrationBuild=true")]
    [DataRow("DOTNET_NOLOGO", "1", "-p:ReleaseToolsInstallHooks=")]
    public void Where_nobody_commits_nothing_is_installed_and_nothing_said(string variable, string? value, string argument)
    {
        using var sample = new SampleSolution().Project("A").Commit();
        var variables = new Dictionary<string, string?>(AtADesk) { [variable] = value };

        if (value is null)
        {
            variables["DOTNET_RUNNING_IN_CONTAINER"] = "true";
        }

        var run = sample.Dotnet(variables, ["msbuild", "A", "-restore", "-target:PrepareForBuild", "-nologo", Asked, .. argument.Length > 0 ? [argument] : Array.Empty<string>()]).Expect();

        Assert.IsFalse(Hook(sample));
        Assert.IsFalse(run.Output.Contains("hooks", StringComparison.Ordinal), run.Output);
    }

    [TestMethod]
    public void Without_a_repository_or_without_git_a_build_goes_on()
    {
        using var archive = new SampleSolution(hasRepository: false).Project("A");
        archive.Dotnet(AtADesk, "msbuild", "A", "-restore", "-target:PrepareForBuild", "-nologo", Asked, "-p:ReleaseToolsFallbackVersion=1.0.0").Expect();
        Assert.IsFalse(Hook(archive));

        using var sample = new SampleSolution().Project("A").Commit();
        sample.Dotnet(AtADesk, "restore", "A", "-nologo").Expect();
        var without = new Dictionary<string, string?>(AtADesk) { ["PATH"] = sample.At("no-programs") };
        var dotnet = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")).First(File.Exists);
        ProgramRun.Run(sample.Folder, DotnetCommand.Environment.Where(variable => !without.ContainsKey(variable.Key)).Concat(without).ToDictionary(), dotnet, "msbuild", "A", "-target:InstallReleaseHooks", "-nologo", Asked).Expect();
        Assert.IsFalse(Hook(sample));

        sample.Dotnet(AtADesk, "msbuild", "A", "-target:InstallReleaseHooks", "-nologo", Asked).Expect();
        Assert.IsTrue(Hook(sample), "once git is there it is done");
    }

    [TestMethod]
    public void Hooks_that_cannot_be_added_to_are_said_once_and_fail_nothing()
    {
        using var sample = new SampleSolution().Project("A").Commit();
        sample.Dotnet(AtADesk, "restore", "A", "-nologo").Expect();
        File.WriteAllText(sample.At(".git/hooks/commit-msg"), "#!/usr/bin/env python3\n");
        sample.Repository!.Git("config", "core.hooksPath", ".git/hooks");

        var first = sample.Dotnet(AtADesk, "msbuild", "A", "-target:InstallReleaseHooks", "-nologo", Asked).Expect();
        var second = sample.Dotnet(AtADesk, "msbuild", "A", "-target:InstallReleaseHooks", "-nologo", Asked).Expect();

        StringAssert.Contains(first.Output, "ReleaseTools: no hooks are installed. RT4041: ");
        Assert.IsFalse(second.Output.Contains("RT4041", StringComparison.Ordinal));
    }

    private static bool Hook(SampleSolution sample) => File.Exists(sample.At(".husky/commit-msg"));
}
