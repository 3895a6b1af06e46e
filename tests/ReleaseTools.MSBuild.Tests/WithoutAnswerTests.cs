using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Where no version can be worked out, a build says so with a code and a place, and nothing else.</summary>
[TestClass]
public sealed class WithoutAnswerTests
{
    [TestMethod]
    public void Without_a_repository_a_build_says_what_to_do()
    {
        using var sample = new SampleSolution(hasRepository: false).Project("Core");

        Refuses(sample.Dotnet(Ask("build")), $"{sample.At("Core/Core.csproj")} : error RT1002: ");
    }

    [TestMethod]
    public void Without_a_repository_the_fallback_is_the_version()
    {
        using var sample = new SampleSolution(hasRepository: false)
            .Project("Core", "<PropertyGroup><ReleaseToolsFallbackVersion>1.4.0-source</ReleaseToolsFallbackVersion></PropertyGroup>");

        sample.Dotnet("pack", "Core", "--output", "out", "-nodeReuse:false").Expect();

        Assert.IsTrue(File.Exists(sample.At("out/Core.1.4.0-source.nupkg")));
        Assert.AreEqual(new BuiltAssembly("1.4.0.0", "1.4.0.0", "1.4.0-source"), BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll")));
    }

    [TestMethod]
    public void A_fallback_that_is_no_version_is_refused()
    {
        using var sample = new SampleSolution(hasRepository: false).Project("Core");

        Refuses(sample.Dotnet(Ask("build", "-p:ReleaseToolsFallbackVersion=next")), "error RT2050: The property ReleaseToolsFallbackVersion is 'next'");
    }

    [TestMethod]
    public void Without_git_a_build_says_so()
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        Refuses(sample.DotnetWithoutGit(Ask("build")), "error RT1001: ");
        sample.DotnetWithoutGit(Ask("build", "-p:ReleaseToolsFallbackVersion=1.4.0")).Expect();
    }

    [TestMethod]
    public void A_repository_without_commits_has_no_version_and_no_fallback()
    {
        using var sample = new SampleSolution().Project("Core");

        Refuses(sample.Dotnet(Ask("build", "-p:ReleaseToolsFallbackVersion=1.4.0")), "error RT1010: ");
    }

    [TestMethod]
    public void A_version_file_removed_and_not_committed_is_missed()
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        File.Delete(sample.At("version.json"));

        Refuses(sample.Dotnet(Ask("build")), $"error RT2009: The version file of '{sample.Folder}' is committed and was removed");
    }

    [TestMethod]
    public void A_mistake_in_a_version_file_has_its_place()
    {
        using var sample = new SampleSolution().Project("Core").Write("version.json", "{\n  \"version\": \"1.x\"\n}\n").Commit();

        Refuses(sample.Dotnet(Ask("build")), $"{sample.At("version.json")}(2,14): error RT2003: 'version' is '1.x', which is not a version.");
    }

    [TestMethod]
    public void A_public_release_is_true_or_false()
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        Refuses(sample.Dotnet(Ask("build", "-p:PublicRelease=yes")), "error RT2051: The property PublicRelease is 'yes'.");
    }

    [TestMethod]
    [DataRow("", "1.0.0")]
    [DataRow("1.4.0-editor", "1.4.0-editor")]
    public void A_design_time_build_starts_no_git(string fallback, string version)
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        var run = sample.DotnetWithoutGit(
            "msbuild", "Core", "-restore", "-target:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", $"-p:ReleaseToolsFallbackVersion={fallback}", "-nologo", "-getProperty:Version", "-nodeReuse:false").Expect();

        Assert.AreEqual(version, run.Output.Trim());
    }

    private static string[] Ask(string command, params string[] arguments) => [command, "Core", "-nologo", "-nodeReuse:false", .. arguments];

    private static void Refuses(ProgramRun run, string words)
    {
        Assert.AreEqual(1, run.ExitCode, run.All);
        StringAssert.Contains(run.Output, words, run.All);
        Assert.IsFalse(run.Output.Contains("   at ", StringComparison.Ordinal), run.All);
        Assert.IsFalse(run.Output.Contains(": error MSB", StringComparison.Ordinal), run.All);
    }
}
