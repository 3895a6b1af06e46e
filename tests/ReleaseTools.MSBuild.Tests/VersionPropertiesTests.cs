using System.Globalization;
using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

[TestClass]
public sealed class VersionPropertiesTests
{
    /// <summary>Properties that Nerdbank.GitVersioning names otherwise than its own command line does.</summary>
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["BuildVersion"] = "Version",
        ["BuildVersionNumberComponent"] = "BuildNumber",
        ["BuildVersionSimple"] = "SimpleVersion",
        ["GitCommitAuthorDateTicks"] = "GitCommitAuthorDate",
        ["GitCommitDateTicks"] = "GitCommitDate",
        ["GitVersionHeight"] = "VersionHeight",
        ["NPMPackageVersion"] = "NpmPackageVersion",
        ["SemVerBuildSuffix"] = "BuildMetadataFragment",
    };

    private static readonly string[] SameName =
    [
        "AssemblyFileVersion", "AssemblyInformationalVersion", "BuildingRef", "BuildNumber", "ChocolateyPackageVersion", "CloudBuildNumber", "GitCommitId", "GitCommitIdShort",
        "MajorMinorVersion", "NuGetPackageVersion", "PrereleaseVersion", "PublicRelease",
    ];

    [TestMethod]
    public void The_properties_of_a_build_say_what_the_command_line_says()
    {
        using var sample = new SampleSolution().Project("Core").Commit();
        using var forms = JsonDocument.Parse(ReleaseCommand.Run(sample.At("Core"), "version", "--json").Expect().Output);
        var names = Renamed.Keys.Concat(SameName).ToArray();

        var properties = sample.Properties("Core", names);

        foreach (var name in names)
        {
            var form = forms.RootElement.GetProperty(Renamed.GetValueOrDefault(name, name));
            var expected = form.ValueKind switch
            {
                JsonValueKind.String when name.EndsWith("Ticks", StringComparison.Ordinal) => form.GetDateTimeOffset().UtcTicks.ToString(CultureInfo.InvariantCulture),
                JsonValueKind.String => form.GetString(),
                _ => form.GetRawText(),
            };
            Assert.AreEqual(expected, properties.GetProperty(name).GetString(), name);
        }
    }

    [TestMethod]
    public void The_properties_of_MinVer_say_the_same_under_its_names()
    {
        using var sample = new SampleSolution().Project("Core").Write("version.json", """{ "version": "1.4-beta.x" }""").Commit();

        var properties = sample.Properties("Core", ["MinVerVersion", "MinVerMajor", "MinVerMinor", "MinVerPatch", "MinVerPreRelease", "MinVerBuildMetadata"], "-p:PublicRelease=true");

        Assert.AreEqual($"1.4.1-beta.x+{sample.Repository!.Head[..10]}", properties.GetProperty("MinVerVersion").GetString());
        Assert.AreEqual("1 4 1", string.Join(' ', new[] { "MinVerMajor", "MinVerMinor", "MinVerPatch" }.Select(name => properties.GetProperty(name).GetString())));
        Assert.AreEqual("beta.x", properties.GetProperty("MinVerPreRelease").GetString());
        Assert.AreEqual(sample.Repository.Head[..10], properties.GetProperty("MinVerBuildMetadata").GetString());
    }

    [TestMethod]
    [DataRow("GetBuildVersion", "Version")]
    [DataRow("GetNuGetPackageVersion", "NuGetPackageVersion")]
    [DataRow("NBGV_GetPackageVersion", "NuGetPackageVersion")]
    public void A_build_that_calls_the_targets_of_Nerdbank_GitVersioning_gets_its_answer(string target, string form)
    {
        using var sample = new SampleSolution()
            .Project("Core")
            .Write("old.proj", $"""
                <Project>
                  <Target Name="Ask">
                    <MSBuild Projects="Core/Core.csproj" Targets="{target}"><Output TaskParameter="TargetOutputs" PropertyName="Answer" /></MSBuild>
                    <Message Importance="high" Text="[$(Answer)]" />
                  </Target>
                </Project>
                """)
            .Commit();
        sample.Dotnet("restore", "Core").Expect();

        StringAssert.Contains(sample.Dotnet("msbuild", "old.proj", "-target:Ask", "-nologo", "-nodeReuse:false").Expect().Output, $"[{sample.Version(form)}]");
    }
}
