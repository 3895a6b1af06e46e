using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Whoever wonders where a value comes from can see it.</summary>
[TestClass]
public sealed class OriginTests
{
    [TestMethod]
    public void A_detailed_build_says_where_every_value_comes_from()
    {
        using var sample = new SampleSolution().Project("Core", "<PropertyGroup><FileVersion>3.0.0.0</FileVersion></PropertyGroup>").Commit();

        var words = Words(sample.Dotnet("build", "Core", "-p:ReleaseToolsVerbosity=detailed", "-nologo", "-nodeReuse:false").Expect().Output);

        StringAssert.Contains(words, $"the version of 'Core.csproj' is '{sample.Version("NuGetPackageVersion")}', that of commit {sample.Repository!.Head[..10]}, at height 1.");
        StringAssert.Contains(words, $"PackageVersion {sample.Version("NuGetPackageVersion")} ");
        StringAssert.Contains(words, "AssemblyVersion 1.4.0.0 ");
        StringAssert.Contains(words, "FileVersion 3.0.0.0 ");
        StringAssert.Contains(words, "InformationalVersion 1.4.0-beta+local ");
        StringAssert.Contains(words, "PublicRelease false, building 'refs/heads/main' ");
        StringAssert.Contains(words, "Stable local version yes, because this is a Debug build outside CI ");
        StringAssert.Contains(words, "Kept as the project or the command line set it: FileVersion ");
    }

    [TestMethod]
    public void A_binary_log_holds_it_without_being_asked()
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        var log = BuildLog.Of(sample, "build", "Core", "-p:Version=9.8.7");

        Assert.IsTrue(log.Messages.Any(message => message.StartsWith("ReleaseTools: the version of 'Core.csproj' is '9.8.7', from the property Version.", StringComparison.Ordinal)), string.Join('\n', log.Messages.Where(message => message.Contains("ReleaseTools", StringComparison.Ordinal))));
    }

    [TestMethod]
    public void An_ordinary_build_says_nothing_of_it()
    {
        using var sample = new SampleSolution().Project("Core").Commit();

        Assert.DoesNotContain("ReleaseTools:", sample.Dotnet("build", "Core", "-nologo", "-nodeReuse:false").Expect().Output);
    }

    private static string Words(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
