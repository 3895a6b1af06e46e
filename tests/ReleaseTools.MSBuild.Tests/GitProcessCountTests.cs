using System.Runtime.Versioning;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>However many projects and processes a build has, git is started a few times for it, and not at all for the next one.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class GitProcessCountTests
{
    private static readonly string[] Editor =
    [
        "-t:ResolveAssemblyReferences;Compile", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
    ];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_build_of_twenty_projects_starts_git_four_times_and_the_next_one_never(bool hasRemote)
    {
        using var git = new CountedGit();
        using var sample = Twenty();

        if (hasRemote)
        {
            sample.Repository!.Git("remote", "add", "origin", "https://git.example.test/acme/shop");
        }

        sample.Dotnet("restore", "All.proj", "-nodeReuse:false").Expect();

        var cold = git.During(sample, "build", "All.proj", "--no-restore", "-m:2", "-nodeReuse:false");
        var warm = git.During(sample, "build", "All.proj", "--no-restore", "-m:2", "-nodeReuse:false");

        Assert.IsLessThanOrEqualTo(4, cold.Length, string.Join('\n', cold));
        Assert.IsEmpty(warm, string.Join('\n', warm));
        Assert.AreEqual(sample.Version("AssemblyInformationalVersion"), BuiltAssembly.Read(sample.At("P20/bin/Debug/net10.0/P20.dll")).InformationalVersion);
    }

    [TestMethod]
    public void An_editor_starts_no_git_and_shows_the_version_of_the_last_build()
    {
        using var git = new CountedGit();
        using var sample = new SampleSolution().Project("Core").Commit();
        sample.Dotnet("restore", "Core").Expect();
        string[] ask = ["msbuild", "Core", .. Editor, "-getProperty:PackageVersion", "-nologo", "-nodeReuse:false"];

        Assert.IsEmpty(git.During(sample, ask));
        Assert.AreEqual("1.0.0", git.Last!.Output.Trim(), "nothing is known yet");

        sample.Dotnet("build", "Core", "--no-restore", "-nodeReuse:false").Expect();

        Assert.IsEmpty(git.During(sample, ask));
        Assert.AreEqual(sample.Version("NuGetPackageVersion"), git.Last!.Output.Trim());
    }

    [TestMethod]
    public void Two_repositories_in_one_build_have_each_its_own_version()
    {
        using var git = new CountedGit();
        using var sample = new SampleSolution().Project("Core").Project("Api").Write("Inner/version.json", """{ "version": "7.0" }""");
        Directory.Move(sample.At("Api"), sample.At("Inner/Api"));
        sample.Write(".gitignore", "bin/\nobj/\nInner/\n").Commit();
        sample.Repository!.Git("init", "--quiet", "Inner");
        sample.Repository.Git("-C", "Inner", "add", "--all");
        sample.Repository.Git("-C", "Inner", "commit", "--quiet", "--message", "feat: begin");
        sample.Write("All.proj", Traversal("Core/Core.csproj", "Inner/Api/Api.csproj"));
        sample.Dotnet("restore", "All.proj").Expect();

        for (var round = 0; round < 2; round++)
        {
            var asked = git.During(sample, "build", "All.proj", "--no-restore", "-m:2", "-nodeReuse:false");

            StringAssert.StartsWith(BuiltAssembly.Read(sample.At("Core/bin/Debug/net10.0/Core.dll")).AssemblyVersion, "1.4.");
            StringAssert.StartsWith(BuiltAssembly.Read(sample.At("Inner/Api/bin/Debug/net10.0/Api.dll")).AssemblyVersion, "7.0.");
            Assert.IsTrue(round == 0 || asked is [], string.Join('\n', asked));
        }
    }

    [TestMethod]
    public void What_there_is_to_say_is_said_in_every_build()
    {
        using var git = new CountedGit();
        using var sample = new SampleSolution().Project("Core").Commit();
        ReleaseCommand.Run(sample.Folder, "version", "pack").Expect();
        sample.Commit("fix: go on");
        sample.Dotnet("restore", "Core").Expect();

        for (var round = 0; round < 2; round++)
        {
            var asked = git.During(sample, "build", "Core", "--no-restore", "-nodeReuse:false");

            StringAssert.Contains(git.Last!.Output, "RT1063: ");
            Assert.IsTrue(round == 0 || asked is [], string.Join('\n', asked));
        }
    }

    private static SampleSolution Twenty()
    {
        var sample = new SampleSolution();
        var projects = Enumerable.Range(1, 20).Select(i => $"P{i}").ToArray();

        foreach (var project in projects)
        {
            sample.Project(project, "<PropertyGroup><ReleaseToolsStableLocalVersion>false</ReleaseToolsStableLocalVersion></PropertyGroup>");
        }

        return sample.Write("All.proj", Traversal([.. projects.Select(project => $"{project}/{project}.csproj")])).Commit();
    }

    private static string Traversal(params string[] projects) => $"""
        <Project DefaultTargets="Build">
          <ItemGroup><Part Include="{string.Join(';', projects)}" /></ItemGroup>
          <Target Name="Restore"><MSBuild Projects="@(Part)" Targets="Restore" /></Target>
          <Target Name="Build"><MSBuild Projects="@(Part)" Targets="Build" BuildInParallel="true" /></Target>
        </Project>
        """;
}
