using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>One solution, packed in every way MSBuild can be asked to; what it made is read back.</summary>
[TestClass]
public sealed class BuildAndPackTests
{
    [TestMethod]
    [DataRow("work", "-m:1")]
    [DataRow("work", "-m:2")]
    [DataRow("work", "-graph")]
    [DataRow("work", "-mt")]
    [DataRow("with spaces & Ünïcødé", "-m:1")]
    public void Every_assembly_package_and_dependency_carries_the_version(string folder, string how)
    {
        using var sample = new SampleSolution(folder)
            .Project("Core")
            .Project("Api", """<ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>""")
            .Commit();

        sample.Dotnet("pack", "Api", how, "--output", "out", "-nodeReuse:false").Expect();
        sample.Dotnet("pack", "Core", "--no-build", "--output", "out", "-nodeReuse:false").Expect();

        var version = sample.Version("NuGetPackageVersion");
        StringAssert.StartsWith(version, "1.4.1-beta-g");
        Assert.AreEqual($"Core {version}", BuiltPackage.Read(sample.At($"out/Api.{version}.nupkg")).Dependencies.Single(), "the sibling's version in the nuspec");
        Assert.AreEqual(version, BuiltPackage.Read(sample.At($"out/Core.{version}.nupkg")).Version);

        foreach (var project in new[] { "Core", "Api" })
        {
            Assert.AreEqual(
                new BuiltAssembly(sample.Version("AssemblyVersion"), sample.Version("AssemblyFileVersion"), sample.Version("AssemblyInformationalVersion")),
                BuiltAssembly.Read(sample.At($"{project}/bin/Release/net10.0/{project}.dll")));
        }
    }

    [TestMethod]
    public void Projects_that_are_built_apart_from_each_other_have_one_version()
    {
        using var sample = new SampleSolution()
            .Project("Core")
            .Project("Api", """<ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>""")
            .Commit();
        // NuGet itself cannot restore in isolation.
        sample.Dotnet("restore", "Api").Expect();

        sample.Dotnet("build", "Api", "--configuration", "Release", "--no-restore", "-graph", "-isolate", "-nodeReuse:false").Expect();

        Assert.AreEqual(sample.Version("AssemblyInformationalVersion"), BuiltAssembly.Read(sample.At("Api/bin/Release/net10.0/Core.dll")).InformationalVersion);
        Assert.AreEqual(sample.Version("AssemblyInformationalVersion"), BuiltAssembly.Read(sample.At("Api/bin/Release/net10.0/Api.dll")).InformationalVersion);
    }

    [TestMethod]
    public void A_project_with_two_target_frameworks_has_one_version()
    {
        // The framework reference pack for Windows is nobody's but a desktop application's.
        using var sample = new SampleSolution()
            .Project("Core", "<PropertyGroup><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads></PropertyGroup>", "net10.0;net10.0-windows")
            .Commit();

        sample.Dotnet("pack", "Core", "--output", "out", "-nodeReuse:false").Expect();

        var version = sample.Version("NuGetPackageVersion");
        var files = BuiltPackage.Read(sample.At($"out/Core.{version}.nupkg")).Files;
        CollectionAssert.IsSubsetOf(new[] { "lib/net10.0/Core.dll", "lib/net10.0-windows7.0/Core.dll" }, files);
        Assert.AreEqual(
            BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll")),
            BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0-windows/Core.dll")));
    }

    [TestMethod]
    public void Projects_below_another_version_file_have_another_version()
    {
        using var sample = new SampleSolution()
            .Project("Core")
            .Project("Api", """<ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>""")
            .Write("Core/version.json", """{ "version": "2.0" }""")
            .Commit();

        sample.Dotnet("build", "Api", "--configuration", "Release", "-nodeReuse:false").Expect();

        StringAssert.StartsWith(BuiltAssembly.Read(sample.At("Api/bin/Release/net10.0/Core.dll")).FileVersion, "2.0.1.");
        StringAssert.StartsWith(BuiltAssembly.Read(sample.At("Api/bin/Release/net10.0/Api.dll")).FileVersion, "1.4.1.");
    }
}
