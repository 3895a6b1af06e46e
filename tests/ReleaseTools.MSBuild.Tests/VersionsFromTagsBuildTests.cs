using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Projects in a repository without any version file: its tags are the version.</summary>
[TestClass]
public sealed class VersionsFromTagsBuildTests
{
    [TestMethod]
    public void All_projects_have_the_one_version_of_the_tags()
    {
        using var sample = Sample();
        sample.Repository!.Git("tag", "v1.2.3");
        sample.Commit("fix: go on");

        sample.Dotnet("pack", "Api", "--output", "out", "-nodeReuse:false").Expect();
        sample.Dotnet("pack", "Core", "--no-build", "--output", "out", "-nodeReuse:false").Expect();

        Assert.AreEqual("Core 1.2.4-alpha.0.1", BuiltPackage.Read(sample.At("out/Api.1.2.4-alpha.0.1.nupkg")).Dependencies.Single());
        Assert.AreEqual("1.2.4-alpha.0.1", BuiltPackage.Read(sample.At("out/Core.1.2.4-alpha.0.1.nupkg")).Version);
        Assert.AreEqual(
            new BuiltAssembly("1.0.0.0", "1.2.4.0", $"1.2.4-alpha.0.1+{sample.Repository.Head[..10]}"),
            BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll")));
    }

    [TestMethod]
    public void A_tag_is_seen_by_the_next_build_of_the_same_commit()
    {
        using var sample = Sample();
        Assert.AreEqual("0.0.0-alpha.0", Version(sample));

        sample.Repository!.Git("tag", "v2.0.0");

        Assert.AreEqual("2.0.0", Version(sample));
    }

    private static SampleSolution Sample()
    {
        var sample = new SampleSolution()
            .Project("Core")
            .Project("Api", """<ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>""");
        File.Delete(sample.At("version.json"));
        return sample.Commit();
    }

    private static string? Version(SampleSolution sample) =>
        sample.Properties("Core", ["PackageVersion", "Version"]).GetProperty("PackageVersion").GetString();
}
