using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Every kind of project, and every kind of repository around one.</summary>
[TestClass]
public sealed class ProjectKindsTests
{
    private static readonly string[] Release = ["--configuration", "Release", "-nologo", "-nodeReuse:false"];

    [TestMethod]
    public void Libraries_of_three_languages_a_web_service_and_a_worker_carry_the_version()
    {
        using var sample = new SampleSolution()
            .ProjectFile("Basic/Basic.vbproj").Write("Basic/Basic.vb", "Public Class BasicClass\nEnd Class\n")
            .ProjectFile("Functional/Functional.fsproj", """<ItemGroup><Compile Include="Functional.fs" /></ItemGroup>""").Write("Functional/Functional.fs", "module Functional\nlet one = 1\n")
            .ProjectFile("Web/Web.csproj", """<ItemGroup><ProjectReference Include="../Basic/Basic.vbproj;../Functional/Functional.fsproj" /></ItemGroup>""", sdk: "Microsoft.NET.Sdk.Web")
            .Write("Web/Program.cs", "var app = Microsoft.AspNetCore.Builder.WebApplication.Create(args);\napp.Run();\n")
            .ProjectFile("Work/Work.csproj", sdk: "Microsoft.NET.Sdk.Worker")
            .Write("Work/Program.cs", "System.Console.WriteLine(1);\n")
            .Write("All.slnx", """<Solution><Project Path="Basic/Basic.vbproj" /><Project Path="Functional/Functional.fsproj" /><Project Path="Web/Web.csproj" /><Project Path="Work/Work.csproj" /></Solution>""")
            .Commit();

        sample.Dotnet(["build", "All.slnx", .. Release]).Expect();

        foreach (var project in new[] { "Basic", "Functional", "Web", "Work" })
        {
            Assert.AreEqual(
                new BuiltAssembly(sample.Version("AssemblyVersion"), sample.Version("AssemblyFileVersion"), sample.Version("AssemblyInformationalVersion")),
                BuiltAssembly.Read(sample.At($"{project}/bin/Release/net10.0/{project}.dll")));
        }
    }

    [TestMethod]
    public void A_submodule_has_the_version_of_its_own_repository()
    {
        using var sample = new SampleSolution().Project("Api", """<ItemGroup><ProjectReference Include="../lib/Core/Core.csproj" /></ItemGroup>""");
        using var library = Library("2.7");
        sample.Repository!.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Folder, "lib");
        sample.Commit();

        sample.Dotnet(["pack", "Api", "--output", "out", .. Release]).Expect();

        var version = sample.Version("NuGetPackageVersion", "lib");
        StringAssert.StartsWith(version, "2.7.2-g");
        Assert.AreEqual($"Core {version}", BuiltPackage.Read(sample.At($"out/Api.{sample.Version("NuGetPackageVersion")}.nupkg")).Dependencies.Single());
        Assert.AreEqual(sample.Version("AssemblyInformationalVersion", "lib"), BuiltAssembly.Read(sample.At("Api/bin/Release/net10.0/Core.dll")).InformationalVersion);
        Assert.AreEqual(sample.Version("AssemblyInformationalVersion"), BuiltAssembly.Read(sample.At("Api/bin/Release/net10.0/Api.dll")).InformationalVersion);
    }

    [TestMethod]
    [DataRow("-m:1")]
    [DataRow("-m:2")]
    public void Two_repositories_in_one_solution_have_a_version_each(string how)
    {
        using var one = Library("2.7", "One");
        using var two = Library("3.1", "Two");
        using var sample = new SampleSolution(hasRepository: false)
            .Write("All.slnx", """<Solution><Project Path="one/One/One.csproj" /><Project Path="two/Two/Two.csproj" /></Solution>""");
        Directory.Move(one.Folder, sample.At("one"));
        Directory.Move(two.Folder, sample.At("two"));

        sample.Dotnet(["build", "All.slnx", how, .. Release]).Expect();

        StringAssert.StartsWith(BuiltAssembly.Read(sample.At("one/One/bin/Release/net10.0/One.dll")).InformationalVersion, "2.7.2+");
        StringAssert.StartsWith(BuiltAssembly.Read(sample.At("two/Two/bin/Release/net10.0/Two.dll")).InformationalVersion, "3.1.2+");
    }

    [TestMethod]
    public void A_shallow_clone_that_hides_the_version_says_what_helps()
    {
        using var sample = new SampleSolution().Project("Core").Commit().Commit("fix: one").Commit("fix: two");
        using var clone = new SampleSolution(hasRepository: false);
        sample.Repository!.Git("clone", "--quiet", "--depth=1", $"file://{sample.Folder}", clone.At("shallow"));

        var run = clone.Dotnet(["build", "shallow/Core", .. Release]).Expect(1);

        StringAssert.Contains(run.Output, "error RT1006: ");
        StringAssert.Contains(run.Output, "git fetch --unshallow");
    }

    private static SampleSolution Library(string version, string project = "Core") =>
        new SampleSolution().Project(project).Write("version.json", $$"""{ "version": "{{version}}" }""").Commit("feat: a library").Commit("fix: it");
}
