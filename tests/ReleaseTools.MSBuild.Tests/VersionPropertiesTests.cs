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
}
