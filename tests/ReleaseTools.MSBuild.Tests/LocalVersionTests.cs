using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A developer's own build: a new commit must not compile the solution anew, and CI must not notice any of this.</summary>
[TestClass]
public sealed class LocalVersionTests
{
    private const string Host = "git@github.com:acme/shop.git";

    [TestMethod]
    public void A_new_commit_compiles_nothing_anew_in_Debug()
    {
        using var sample = Sample();
        CollectionAssert.AreEqual(new[] { "Api", "Basic", "Core", "Functional" }, BuildLog.Of(sample, "build", "All.slnx").Compiled);
        sample.Commit("fix: go on");

        var next = BuildLog.Of(sample, "build", "All.slnx", "--no-restore");

        CollectionAssert.AreEqual(Array.Empty<string>(), next.Compiled);
        Assert.AreEqual(
            new BuiltAssembly("1.4.0.0", "1.4.0.0", "1.4.0-beta+local"),
            BuiltAssembly.Read(sample.At("Api/bin/Debug/net10.0/Api.dll")));
    }

    [TestMethod]
    [DataRow("Debug", "")]
    [DataRow("Release", "")]
    [DataRow("Release", "-p:PublicRelease=true")]
    public void An_editor_that_asks_after_a_commit_changes_nothing_that_was_built(string configuration, string said)
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        string[] build = ["build", "Core", "--configuration", configuration, .. said.Length > 0 ? new[] { said } : []];
        CollectionAssert.AreEqual(new[] { "Core" }, BuildLog.Of(sample, build).Compiled);
        var written = Written();
        sample.Commit("fix: go on");

        sample.Dotnet("msbuild", "Core", "-t:CoreCompile", $"-p:Configuration={configuration}", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-nologo", "-nodeReuse:false").Expect();

        CollectionAssert.AreEqual(written, Written());

        if (configuration == "Debug")
        {
            CollectionAssert.AreEqual(Array.Empty<string>(), BuildLog.Of(sample, build).Compiled);
        }

        string[] Written() => [.. Directory.GetFiles(sample.At($"Core/obj/{configuration}/net10.0"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    }

    [TestMethod]
    public void The_package_of_a_local_build_has_the_whole_version()
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        sample.Dotnet("pack", "Core", "--configuration", "Debug", "--output", "out", "-nodeReuse:false").Expect();

        var version = sample.Version("NuGetPackageVersion");
        Assert.AreEqual(version, BuiltPackage.Read(sample.At($"out/Core.{version}.nupkg")).Version);
    }

    [TestMethod]
    [DataRow("--configuration", "Release")]
    [DataRow("-p:ContinuousIntegrationBuild=true", "")]
    [DataRow("-p:ReleaseToolsStableLocalVersion=false", "")]
    public void Any_other_build_carries_the_new_commit(string first, string second)
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        string[] build = ["build", "Core", "-nodeReuse:false", .. new[] { first, second }.Where(word => word.Length > 0)];
        sample.Dotnet(build).Expect();
        sample.Commit("fix: go on");

        sample.Dotnet(build).Expect();

        var built = BuiltAssembly.Read(sample.At($"Core/bin/{(second.Length > 0 ? second : "Debug")}/net10.0/Core.dll"));
        StringAssert.StartsWith(built.InformationalVersion, "1.4.2-beta+");
        Assert.AreEqual(sample.Version("AssemblyInformationalVersion"), built.InformationalVersion);
        Assert.AreEqual(sample.Version("AssemblyFileVersion"), built.FileVersion);
    }

    [TestMethod]
    [DataRow("CI", "true")]
    [DataRow("GITHUB_ACTIONS", "true")]
    [DataRow("TF_BUILD", "True")]
    [DataRow("GITLAB_CI", "true")]
    [DataRow("TEAMCITY_VERSION", "2026.1")]
    [DataRow("JENKINS_URL", "https://jenkins.example.test")]
    [DataRow("BITBUCKET_COMMIT", "0123456789012345678901234567890123456789")]
    [DataRow("APPVEYOR", "True")]
    public void Every_CI_host_carries_the_commit_in_Debug(string variable, string value)
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        var run = ProgramRun.Run(
            sample.Folder,
            new Dictionary<string, string?>(DotnetCommand.Environment) { [variable] = value },
            "dotnet",
            ["msbuild", "Core", "-restore", "-target:GetReleaseVersion", "-nologo", "-getProperty:InformationalVersion"]).Expect();

        Assert.AreEqual(sample.Version("AssemblyInformationalVersion"), run.Output.Trim());
    }

    [TestMethod]
    public void A_version_that_is_set_for_local_builds_is_stable_as_well()
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        sample.Dotnet("build", "Core", "-p:Version=9.8.7", "-nodeReuse:false").Expect();

        Assert.AreEqual("9.8.7", BuiltAssembly.Read(sample.At("Core/bin/Debug/net10.0/Core.dll")).InformationalVersion);
    }

    /// <summary>One solution of three languages. With a remote on a host the SDK knows, it would write the sources' addresses into every assembly.</summary>
    private static SampleSolution Sample()
    {
        var sample = new SampleSolution()
            .Project("Core")
            .Project("Api", """<ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>""")
            .ProjectFile("Basic/Basic.vbproj").Write("Basic/Basic.vb", "Public Class BasicClass\nEnd Class\n")
            .ProjectFile("Functional/Functional.fsproj", """<ItemGroup><Compile Include="Functional.fs" /></ItemGroup>""").Write("Functional/Functional.fs", "module Functional\nlet one = 1\n")
            .Write("All.slnx", """
                <Solution>
                  <Project Path="Core/Core.csproj" /><Project Path="Api/Api.csproj" />
                  <Project Path="Basic/Basic.vbproj" /><Project Path="Functional/Functional.fsproj" />
                </Solution>
                """);
        sample.Repository!.Git("remote", "add", "origin", Host);
        return sample.Commit();
    }
}
