using System.IO.Compression;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>Projects that reference another package for versions beside ours.</summary>
[TestClass]
public sealed class PeerPackagesTests
{
    [TestMethod]
    [DataRow("MinVer")]
    [DataRow("GitVersion.MsBuild")]
    public void Another_package_that_sets_the_version_is_named_once(string package)
    {
        using var sample = new SampleSolution();
        Pack(sample, package);
        var reference = $"""<ItemGroup><PackageReference Include="{package}" Version="1.0.0" PrivateAssets="all" /></ItemGroup>""";
        sample.Project("Core", reference).Project("Api", reference + """<ItemGroup><ProjectReference Include="../Core/Core.csproj" /></ItemGroup>""").Commit();

        var run = sample.Dotnet("build", "Api", "-nologo", "-m:1", "-nodeReuse:false").Expect();

        StringAssert.Contains(run.Output, $"warning RT2080: ReleaseTools.MSBuild and {package} both set the version");
        StringAssert.Contains(run.Output, " 1 Warning(s)");
    }

    /// <summary>
    /// The package itself cannot be restored where these tests run, so its targets are stood in for: they have the names and the order
    /// the real ones have, and the real nbgv gives the answer, of another folder than ours would look at.
    /// </summary>
    [TestMethod]
    public void Where_Nerdbank_GitVersioning_is_referenced_its_version_is_taken()
    {
        var nbgv = Peers.Find("nerdbank-gitversioning/nbgv.cli/tools/net10.0/any/nbgv.dll");
        Assert.IsNotNull(nbgv, "nbgv is not laid down: npm ci in build/peers");
        using var sample = new SampleSolution().Write("Theirs/version.json", """{ "version": "7.5", "publicReleaseRefSpec": ["^refs/heads/main$"] }""");
        Pack(sample, "Nerdbank.GitVersioning", "<Project><PropertyGroup><NBGV_CacheMode>MSBuildTargetCaching</NBGV_CacheMode></PropertyGroup></Project>", $"""
            <Project>
              <PropertyGroup>
                <GetPackageVersionDependsOn>GetBuildVersion;$(GetPackageVersionDependsOn)</GetPackageVersionDependsOn>
                <GenerateNuspecDependsOn>GetBuildVersion;$(GenerateNuspecDependsOn)</GenerateNuspecDependsOn>
              </PropertyGroup>
              <ItemGroup><_Form Include="Version;AssemblyVersion;AssemblyInformationalVersion;NuGetPackageVersion;NpmPackageVersion;GitCommitId;PublicRelease" /></ItemGroup>
              <Target Name="GetBuildVersion" Returns="$(BuildVersion)" BeforeTargets="CoreCompile">
                <Exec Command="dotnet exec &quot;{nbgv}&quot; get-version --project ../Theirs --variable %(_Form.Identity)" ConsoleToMSBuild="true" StandardOutputImportance="low">
                  <Output TaskParameter="ConsoleOutput" PropertyName="_Answer%(_Form.Identity)" />
                </Exec>
                <PropertyGroup>
                  <BuildVersion>$(_AnswerVersion)</BuildVersion>
                  <AssemblyFileVersion>7.5.1.22222</AssemblyFileVersion>
                  <AssemblyInformationalVersion>7.5.1-theirs</AssemblyInformationalVersion>
                  <CloudBuildNumber>7.5.1-their-cloud</CloudBuildNumber>
                  <AssemblyVersion>$(_AnswerAssemblyVersion)</AssemblyVersion>
                  <FileVersion>$(_AnswerVersion)</FileVersion>
                  <InformationalVersion>$(_AnswerAssemblyInformationalVersion)</InformationalVersion>
                  <NuGetPackageVersion>$(_AnswerNuGetPackageVersion)</NuGetPackageVersion>
                  <NPMPackageVersion>$(_AnswerNpmPackageVersion)</NPMPackageVersion>
                  <GitCommitId>$(_AnswerGitCommitId)</GitCommitId>
                  <PublicRelease>$(_AnswerPublicRelease)</PublicRelease>
                  <Version>$(NuGetPackageVersion)</Version>
                  <PackageVersion>$(NuGetPackageVersion)</PackageVersion>
                </PropertyGroup>
              </Target>
            </Project>
            """);
        sample.Project("Core", """
            <PropertyGroup><IncludeSourceRevisionInInformationalVersion>false</IncludeSourceRevisionInInformationalVersion></PropertyGroup>
            <ItemGroup><PackageReference Include="Nerdbank.GitVersioning" Version="1.0.0" PrivateAssets="all" /></ItemGroup>
            """)
            .Write("Core/Own.cs", "internal static class ThisAssembly;\n").Commit();

        sample.Dotnet("pack", "Core", "--output", "out", "-nologo", "-nodeReuse:false").Expect();

        var version = sample.Version("NuGetPackageVersion", "Theirs");
        Assert.AreEqual("7.5.1", version);
        Assert.AreEqual(version, BuiltPackage.Read(sample.At($"out/Core.{version}.nupkg")).Version);
        Assert.AreEqual(
            new BuiltAssembly("7.5.0.0", sample.Version("AssemblyFileVersion", "Theirs"), sample.Version("AssemblyInformationalVersion", "Theirs")),
            BuiltAssembly.Read(sample.At("Core/bin/Release/net10.0/Core.dll")));
        var properties = sample.Properties("Core", ["ContainerImageTags", "_ReleaseToolsSemVer2", "_ReleaseToolsCommit", "_ReleaseToolsOrigin"], "-target:_ReleaseToolsComputeImage");
        Assert.AreEqual("7.5.1", properties.GetProperty("_ReleaseToolsSemVer2").GetString());
        Assert.AreEqual("7.5.1;7.5;7;latest", properties.GetProperty("ContainerImageTags").GetString());
        Assert.AreEqual(sample.Repository!.Head, properties.GetProperty("_ReleaseToolsCommit").GetString());
        var theirs = sample.Properties("Core", ["AssemblyFileVersion", "AssemblyInformationalVersion", "CloudBuildNumber", "BuildVersionSimple"]);
        Assert.AreEqual("7.5.1.22222", theirs.GetProperty("AssemblyFileVersion").GetString(), "which its own attributes are made of");
        Assert.AreEqual("7.5.1-theirs", theirs.GetProperty("AssemblyInformationalVersion").GetString());
        Assert.AreEqual("7.5.1-their-cloud", theirs.GetProperty("CloudBuildNumber").GetString());
        Assert.AreEqual("", theirs.GetProperty("BuildVersionSimple").GetString());
        Assert.AreEqual("from Nerdbank.GitVersioning", properties.GetProperty("_ReleaseToolsOrigin").GetString());
    }

    /// <summary>A package of that name, in a source of its own.</summary>
    private static void Pack(SampleSolution sample, string id, string props = "<Project />", string targets = "<Project />")
    {
        sample.Write("peers/.keep", "");
        using var package = ZipFile.Open(sample.At($"peers/{id}.1.0.0.nupkg"), ZipArchiveMode.Create);
        Add($"{id}.nuspec", $"""
            <package><metadata><id>{id}</id><version>1.0.0</version><authors>a</authors><description>Stands in.</description></metadata></package>
            """);
        Add($"build/{id}.props", props);
        Add($"build/{id}.targets", targets);
        sample.Write("nuget.config", File.ReadAllText(sample.At("nuget.config")).Replace("</packageSources>", $"""<add key="peers" value="{sample.At("peers")}" /></packageSources>""", StringComparison.Ordinal));
        sample.Write("nuget.config", File.ReadAllText(sample.At("nuget.config")).Replace(PackedPackage.Shared.Packages, sample.At("obj/packages"), StringComparison.Ordinal));

        void Add(string name, string text)
        {
            using var writer = new StreamWriter(package.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
