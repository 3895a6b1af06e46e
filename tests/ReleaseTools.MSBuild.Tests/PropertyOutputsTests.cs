using System.Text.Json;
using ReleaseTools.Testing;

namespace ReleaseTools.Tests;

/// <summary>A property has a value, an output of the task and a line in the targets. None may be missing.</summary>
[TestClass]
public sealed class PropertyOutputsTests
{
    private const string All = """
        <Target Name="ListAll">
          <ReleaseTools.MSBuild.Tasks.GetReleaseVersion Project="$(MSBuildProjectFullPath)" PublicRelease="true">
            <Output TaskParameter="Properties" ItemName="Told" />
          </ReleaseTools.MSBuild.Tasks.GetReleaseVersion>
        </Target>
        """;

    [TestMethod]
    public void Every_property_of_the_version_is_set_in_the_project()
    {
        using var sample = new SampleSolution().Project("Core", All).Commit();
        sample.Repository!.Git("remote", "add", "origin", "https://git.example.test/acme/shop");
        using var json = JsonDocument.Parse(sample.Dotnet("msbuild", "Core", "-restore", "-target:ListAll", "-nologo", "-getItem:Told").Expect().Output);
        var told = json.RootElement.GetProperty("Items").GetProperty("Told").EnumerateArray().ToDictionary(item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Value").GetString());

        // In Release, where the targets replace none of them.
        var properties = sample.Properties("Core", [.. told.Keys], "-p:PublicRelease=true", "-p:Configuration=Release");

        Assert.IsGreaterThan(30, told.Count);
        Assert.AreEqual(string.Join('\n', told.Select(property => $"{property.Key} {property.Value}")), string.Join('\n', told.Keys.Select(name => $"{name} {properties.GetProperty(name).GetString()}")));
    }
}
